import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** A server in a process of its own, as in production. */
export interface ApiProcess {
  readonly baseUrl: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

let built: Promise<unknown> | undefined;

const MAIN = 'dist/main.js';

/**
 * Builds the server as it is now; once for a spec file, and not at all after the whole build of `npm test`: spec
 * files run side by side, and one must not rewrite what the other's processes read.
 */
const build = () =>
  (built ??= isUpToDate().then(async (upToDate) => {
    if (upToDate) return;
    const args = ['swc', 'src', '-d', 'dist', '--strip-leading-paths', '--ignore', '**/*.spec.ts'];
    await promisify(execFile)('npx', args);
  }));

async function isUpToDate(): Promise<boolean> {
  if (!existsSync(MAIN)) return false;
  const sources = (await readdir('src', { recursive: true })).filter((name) => /(?<!\.spec)\.ts$/.test(name));
  const changed = await Promise.all(sources.map(async (name) => (await stat(join('src', name))).mtimeMs));
  return Math.max(...changed) <= (await stat(MAIN)).mtimeMs;
}

/** Runs one of our own files in a Node of its own and returns what it printed. */
export async function runInProcess(file: string, args: readonly string[]): Promise<string> {
  await build();
  return (await promisify(execFile)(process.execPath, [join('dist', file), ...args])).stdout;
}

/** Starts a server on a free port and waits until it listens. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  await build();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const first = await Promise.race([line, exited.then(() => '')]);
  if (first === '') throw new Error('the server ended before it listened');
  const { port } = JSON.parse(first) as { port: number };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

/** Starts a server that cannot start: its exit code and what it said. */
export async function failedStart(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly said: string }> {
  await build();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { code, said };
}

/** Runs another of the built commands to its end: its exit code and what it said. */
export async function runCommand(
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly said: string }> {
  await build();
  const child = spawn(process.execPath, [`dist/${command}.js`], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>]);
  return { code, said };
}
