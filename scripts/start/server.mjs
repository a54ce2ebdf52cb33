import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, inRoot } from '../workspace/places.mjs';
import { PlainFailure } from '../workspace/progress.mjs';

const READY_WITHIN_MS = 60_000;
const REPEATED_SIGNAL_MS = 1_000;
const LOOK_AFTER_PARENT_MS = 500;

/**
 * The API as a child process.
 *
 * With `logFile` its JSON log goes there, so that a person who tries the system out sees addresses and not
 * log lines; without, it goes to this terminal, for whatever collects logs.
 *
 * @param {{ env: NodeJS.ProcessEnv, logFile: string | undefined }} options
 */
export function startServer({ env, logFile }) {
  let log;
  if (logFile) {
    mkdirSync(dirname(logFile), { recursive: true });
    log = openSync(logFile, 'w');
  }
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot('apps/api/dist/main.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
    // Its own process group: Ctrl-C would otherwise reach it twice, from the terminal and from us.
    detached: process.platform !== 'win32',
  });
  if (log !== undefined) closeSync(log);

  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    // A server that we asked to go and that died of our signal went as asked.
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 0 : 1)));
  });
  forwardSignals(child);
  return { child, ended, lastWords: () => (logFile ? readFileSync(logFile, 'utf8').trim() : '') };
}

/**
 * First signal: an orderly end. A second one, a moment later, from an impatient person: at once.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  let firstAt = 0;
  const forward = () => {
    const now = performance.now();
    if (firstAt === 0) {
      firstAt = now;
      child.kill('SIGTERM');
    } else if (now - firstAt > REPEATED_SIGNAL_MS) {
      // npm passes on the signal that the terminal already gave us, so an immediate second one means nothing.
      child.kill('SIGKILL');
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward);
  process.once('exit', () => child.kill('SIGKILL'));

  // `npm start` runs us under a shell, and a SIGTERM to npm ends that shell without a word to us.
  const parent = process.ppid;
  const look = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), LOOK_AFTER_PARENT_MS);
  child.once('exit', () => clearInterval(look));
}

/**
 * Waits until the server says it is ready.
 *
 * @param {ReturnType<typeof startServer>} server
 * @param {string} origin
 * @throws {PlainFailure} with what the server said, when it ends or stays silent instead
 */
export async function waitUntilReady(server, origin) {
  const deadline = Date.now() + READY_WITHIN_MS;
  /** @type {number | undefined} */
  let code;
  void server.ended.then((value) => (code = value));
  while (Date.now() < deadline) {
    if (code !== undefined) {
      throw new PlainFailure(
        `The server did not start (exit code ${code}).\n${readable(server.lastWords())}`,
      );
    }
    const ready = await fetch(`${origin}/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  server.child.kill('SIGTERM');
  throw new PlainFailure(
    `The server was not ready within ${READY_WITHIN_MS / 1000} s.\n${readable(server.lastWords())}`,
  );
}

/**
 * The sentences of the last log lines; lines that are not JSON stay as they are.
 * @param {string} log
 */
function readable(log) {
  return log
    .split('\n')
    .slice(-12)
    .map((line) => {
      try {
        /** @type {{ msg?: string, err?: { message?: string } }} */
        const entry = JSON.parse(line);
        return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
      } catch {
        return line;
      }
    })
    .filter(Boolean)
    .join('\n');
}
