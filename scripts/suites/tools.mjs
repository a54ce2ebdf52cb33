import { NoDatabaseServer, startTestDatabase } from '../test-database.mjs';
import { findProgram } from '../workspace/command.mjs';

const CHROMIUM_FOLDERS = [
  '/usr/lib/chromium',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'Google Chrome',
  'Chromium',
];

/**
 * A tool of this machine that some suites need.
 *
 * @typedef {object} Tool
 * @property {boolean} there
 * @property {string} help what is missing and how to get it
 * @property {NodeJS.ProcessEnv} env what suites that use it must be told
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Tool>} @throws when a server is there but does not start: that is a fault, not a gap */
export async function openDatabase() {
  try {
    const database = await startTestDatabase();
    return { there: true, help: '', env: { TEST_DATABASE_URL: database.url }, close: database.stop };
  } catch (error) {
    if (!(error instanceof NoDatabaseServer)) throw error;
    return { there: false, help: error.message, env: {}, close: async () => {} };
  }
}

/** @returns {Tool} */
export function findChromium() {
  const program = process.env['CHROMIUM_PATH'] ?? findProgram(CHROMIUM_NAMES, CHROMIUM_FOLDERS);
  return {
    there: program !== undefined,
    help: [
      'Chromium was not found on this machine, and CHROMIUM_PATH is not set.',
      '  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk',
      '  elsewhere:       CHROMIUM_PATH=/path/to/chrome   (any Chromium or Chrome of the last two years)',
    ].join('\n'),
    env: program ? { CHROMIUM_PATH: program } : {},
    close: async () => {},
  };
}
