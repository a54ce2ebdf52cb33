// A real MariaDB for tests and benches.
//
//   import { startTestDatabase } from '../../scripts/test-database.mjs'
//   node scripts/test-database.mjs                     start one, print its address, stop at Ctrl-C
//   node scripts/test-database.mjs npm test            run a command with TEST_DATABASE_URL set
import './workspace/require-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findProgram } from './workspace/command.mjs';
import { PlainFailure, reportFailure } from './workspace/progress.mjs';

const KEEPER = fileURLToPath(new URL('./test-database-keeper.mjs', import.meta.url));
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Thrown when there is no address and no server program; the message says how to get either. */
export class NoDatabaseServer extends PlainFailure {}

/**
 * @typedef {object} TestDatabase
 * @property {string} url `mysql://…/` of an account that may create and drop databases; names no database
 * @property {boolean} provided true when TEST_DATABASE_URL named it, false when it was started here
 * @property {() => Promise<void>} kill ends it as a power cut would; only one that was started here
 * @property {() => Promise<void>} restart starts it again, after `kill`, on the same data and port
 * @property {() => Promise<void>} stop ends what was started here and removes its files; safe to call twice
 */

/**
 * Gives the server named by TEST_DATABASE_URL, or starts a private one with a random port, a random password
 * and a folder of its own. It outlives nobody: a keeper process ends it when the caller stops it, ends, or is
 * killed, even by SIGKILL.
 *
 * @param {object} [options]
 * @param {0 | 1 | 2} [options.flushLogAtCommit] `innodb_flush_log_at_trx_commit`; 1, the default, is what
 *   production must run with, and benches are only true with it
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<TestDatabase>}
 * @throws {NoDatabaseServer} when there is nothing to start
 */
export async function startTestDatabase({ flushLogAtCommit = 1, env = process.env } = {}) {
  const named = env['TEST_DATABASE_URL'];
  if (named) {
    const untouchable = async () => {
      throw new PlainFailure('The database named by TEST_DATABASE_URL is not ours to kill.');
    };
    return {
      url: checkedUrl(named),
      provided: true,
      kill: untouchable,
      restart: untouchable,
      stop: async () => {},
    };
  }

  const programs = findServerPrograms();
  const keeper = spawn(
    process.execPath,
    [KEEPER, programs.server, programs.installer, String(flushLogAtCommit)],
    // A group of its own: Ctrl-C in the terminal reaches the caller, who may still need the database to end well.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const exited = once(keeper, 'exit');
  const words = createInterface({ input: keeper.stdout });
  const nextWord = () =>
    Promise.race([
      once(words, 'line').then(([line]) => String(line)),
      exited.then(() => 'failed: the database keeper ended early'),
    ]);
  const line = await nextWord();
  if (!line.startsWith('mysql://')) throw new PlainFailure(`The test database did not start.\n${line}`);

  // Neither the keeper nor its pipes may hold the caller's event loop open.
  keeper.unref();
  const pipes = [keeper.stdin, keeper.stdout].map((pipe) => /** @type {import('node:net').Socket} */ (pipe));
  for (const pipe of pipes) pipe.unref();
  /** @param {'kill' | 'start'} order */
  const tell = async (order) => {
    for (const pipe of pipes) pipe.ref();
    keeper.stdin.write(`${order}\n`);
    const answer = await nextWord();
    for (const pipe of pipes) pipe.unref();
    if (answer !== 'done') throw new PlainFailure(`The test database did not ${order}.\n${answer}`);
  };
  return {
    url: line,
    provided: false,
    kill: () => tell('kill'),
    restart: () => tell('start'),
    stop: async () => {
      if (keeper.exitCode !== null) return;
      keeper.ref();
      keeper.stdin.end();
      await exited;
    },
  };
}

/** Whether a private server could be started here. */
export const hasServerProgram = () => findProgram(['mariadbd'], SERVER_FOLDERS) !== undefined;

function findServerPrograms() {
  const server = findProgram(['mariadbd'], SERVER_FOLDERS);
  const installer = findProgram(['mariadb-install-db'], SERVER_FOLDERS);
  if (server && installer) return { server, installer };
  throw new NoDatabaseServer(
    [
      'MariaDB was not found on this machine, and TEST_DATABASE_URL is not set.',
      '  Debian, Ubuntu:  apt-get install mariadb-server   (the tests start a private one; no service is needed)',
      '  macOS:           brew install mariadb',
      '  or elsewhere:    TEST_DATABASE_URL=mysql://user:password@host:3306/   (it must be allowed to create databases)',
    ].join('\n'),
  );
}

/** @param {string} text */
function checkedUrl(text) {
  if (!URL.canParse(text) || !/^(mysql|mariadb):$/.test(new URL(text).protocol)) {
    throw new PlainFailure('TEST_DATABASE_URL must look like mysql://user:password@host:3306/');
  }
  return text;
}

/** @param {string[]} command */
async function main([file, ...args]) {
  const database = await startTestDatabase();
  process.on('SIGINT', () => void database.stop());
  process.on('SIGTERM', () => void database.stop());
  if (!file) {
    console.log(`TEST_DATABASE_URL=${database.url}`);
    const holdOpen = setInterval(() => {}, 60_000);
    process.once('SIGINT', () => clearInterval(holdOpen));
    process.once('SIGTERM', () => clearInterval(holdOpen));
    return;
  }
  const child = spawn(file, args, {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: database.url },
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
  await database.stop();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2)).catch(reportFailure);
