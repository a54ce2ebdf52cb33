import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, waitUntilReady } from '../../scripts/start/server.mjs';
import { PRODUCTS, build } from '../../scripts/workspace/build.mjs';
import { runOrFail } from '../../scripts/workspace/command.mjs';
import { ROOT, inRoot } from '../../scripts/workspace/places.mjs';
import { OFFSET_MINUTES } from './clock.mjs';

/**
 * The real API with the real pages and the demonstration data, in a folder of its own that is thrown away.
 *
 * @typedef {object} District
 * @property {string} origin
 * @property {(personId: string) => Promise<Caller>} as speaks to the API as this demonstration person
 * @property {() => Promise<void>} stop throws when the server logged an error meanwhile
 *
 * @typedef {object} Caller
 * @property {(path: string) => Promise<any>} get
 * @property {(path: string, body: object) => Promise<any>} post throws with the problem's code
 * @property {(path: string, body: object) => Promise<{ status: number, body: any }>} ask the answer, whatever it is
 */

/** `npm test` builds before it starts this; a file that is run alone builds only what is missing. */
async function buildMissing() {
  for (const name of /** @type {const} */ (['contract', 'api', 'h5'])) {
    const isElsewhere = name === 'h5' && process.env['H5_DIR'];
    if (!isElsewhere && !existsSync(inRoot(PRODUCTS[name].makes))) await build(name);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      probe.close(() => resolve(address.port));
    });
  });
}

/** @returns {Promise<District>} */
export async function openDistrict() {
  await buildMissing();
  const folder = mkdtempSync(join(tmpdir(), 'xiaolin-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    // Whatever this machine is set up for, the journeys run on the embedded database in try-out mode.
    DATABASE_URL: '',
    NODE_ENV: '',
    DEMO_SIGN_IN: 'on',
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    H5_DIR: process.env['H5_DIR'] || inRoot('apps/miniapp/dist/h5'),
    LOG_LEVEL: 'warn',
    CLOCK_OFFSET_MINUTES: String(OFFSET_MINUTES),
    // All the people of all the journeys come from one address.
    SIGN_INS_PER_MINUTE: '100000',
  };
  const origin = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'api.log');
  try {
    const demo = inRoot('apps/api/dist/demo/main.js');
    await runOrFail('Loading the demonstration', process.execPath, [demo], { cwd: ROOT, env, quiet: true });
    const server = startServer({ env, logFile });
    await waitUntilReady(server, origin);
    return {
      origin,
      as: (personId) => callerOf(origin, personId),
      stop: async () => {
        server.child.kill('SIGTERM');
        await server.ended;
        const log = readFileSync(logFile, 'utf8');
        rmSync(folder, { recursive: true, force: true });
        const errors = log.split('\n').filter((line) => /"level":(50|60)/.test(line));
        if (errors.length > 0) throw new Error(`the API logged errors:\n${errors.join('\n')}`);
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** @param {string} origin @param {string} personId @returns {Promise<Caller>} */
async function callerOf(origin, personId) {
  /** @param {string} method @param {string} path @param {object} [body] @param {string} [token] */
  const call = async (method, path, body, token) => {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  /** @param {string} what @param {{ status: number, body: any }} answer */
  const fine = (what, answer) => {
    if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { token } = fine('sign-in', await call('POST', '/sessions/demo', { personId }));
  return {
    get: async (path) => fine(`GET ${path}`, await call('GET', path, undefined, token)),
    post: async (path, body) => fine(`POST ${path}`, await call('POST', path, body, token)),
    ask: (path, body) => call('POST', path, body, token),
  };
}
