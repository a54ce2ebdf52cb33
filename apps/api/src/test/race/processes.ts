import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A server in a process of its own, as in production. */
export interface ApiProcess {
  readonly baseUrl: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

let built: Promise<unknown> | undefined;

/** Builds the server as it is now; once for a spec file. */
const build = () =>
  (built ??= promisify(execFile)('npx', [
    'swc',
    'src',
    '-d',
    'dist',
    '--strip-leading-paths',
    '--ignore',
    '**/*.spec.ts',
  ]));

/** Starts a server on a free port and waits until it listens. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  await build();
  const child = spawn(process.execPath, ['dist/main.js'], {
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
