import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inRoot } from '../scripts/workspace/places.mjs';

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a script that prints `{"port": …}` as its first line.
 * @param {string} script from the root
 * @param {Record<string, string>} env
 * @returns {Promise<Server>}
 */
export async function startServer(script, env) {
  const child = spawn(process.execPath, [inRoot(script)], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'test',
      // Production asks for one; what is signed here is shown to nobody.
      SIGNING_KEY: Buffer.alloc(32, 7).toString('base64url'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const first = await Promise.race([line, exited.then(() => '')]);
  if (first === '') throw new Error(`${script} ended before it listened`);
  return {
    port: JSON.parse(first).port,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
