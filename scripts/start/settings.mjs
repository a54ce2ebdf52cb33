import { createServer } from 'node:net';
import { PlainFailure } from '../workspace/progress.mjs';

/**
 * What `npm start` itself must know of the environment. The API checks all of it again, and more, by itself.
 *
 * @typedef {object} StartSettings
 * @property {number} port
 * @property {string | undefined} host
 * @property {boolean} ownDatabase true: a database was named; false: the embedded SQLite file
 * @property {boolean} production
 * @property {boolean} demonstration whether to fill an empty database with demonstration people and activities:
 *   by itself only in the try-out mode, never into a named database unless asked for with DEMO_SIGN_IN=on
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartSettings}
 * @throws {PlainFailure} naming the variable and the mend
 */
export function readSettings(env) {
  const written = env['PORT'] || '3000';
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port < 1 || port > 65_535) {
    throw new PlainFailure(`PORT must be a number from 1 to 65535, for example: PORT=3001 npm start`);
  }
  const ownDatabase = Boolean(env['DATABASE_URL']);
  const production = env['NODE_ENV'] === 'production';
  const asked = env['DEMO_SIGN_IN'];
  const demonstration = !production && (asked === 'on' || (!asked && !ownDatabase));
  return { port, host: env['HOST'] || undefined, ownDatabase, production, demonstration };
}

/**
 * Asks before minutes of installing and building, not after.
 *
 * @param {{ port: number, host: string | undefined }} address
 * @throws {PlainFailure} naming PORT when another program listens there
 */
export async function requireFreePort({ port, host }) {
  /** @type {NodeJS.ErrnoException | undefined} */
  const refusal = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ port, ...(host ? { host } : {}) }, () => probe.close(() => resolve(undefined)));
  });
  if (!refusal) return;
  if (refusal.code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : port - 1;
    throw new PlainFailure(
      `PORT ${port} is taken by another program (perhaps 校邻 itself, in another window).\n` +
        `Choose another one: PORT=${other} npm start`,
    );
  }
  if (refusal.code === 'EACCES') {
    throw new PlainFailure(`PORT ${port} needs special rights on this machine. Choose one above 1023.`);
  }
  throw new PlainFailure(`HOST ${host ?? ''} and PORT ${port} cannot be listened on: ${refusal.message}`);
}
