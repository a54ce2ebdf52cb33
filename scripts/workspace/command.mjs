import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainFailure } from './progress.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] keep the output back and show it only if the command fails
 */

/**
 * Runs a command without a shell, so that folders with spaces need no quoting.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<number>} the exit code; a death by signal counts as 1
 */
export function run(file, args, { cwd, env = process.env, quiet = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    /** @type {Buffer[]} */
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} what the sentence's subject if it fails, e.g. "Building apps/api"
 * @param {string} file
 * @param {string[]} args
 * @param {CommandOptions} options
 */
export async function runOrFail(what, file, args, options) {
  const code = await run(file, args, options);
  if (code !== 0) throw new PlainFailure(`${what} failed (exit code ${code}); its output stands above.`);
}

/**
 * The npm that started this command, as arguments for `node`. npm names itself in `npm_execpath`; without it
 * (a script run directly) npm lies beside Node on every platform that ships it. `npm` itself cannot be
 * spawned without a shell on Windows, and a shell would split paths with spaces.
 *
 * @returns {{ file: string, args: string[] }}
 */
export function npm() {
  const named = process.env['npm_execpath'];
  if (named && /npm-cli\.c?js$/.test(named)) return { file: process.execPath, args: [named] };
  const onPath = findProgram(['npm']);
  if (!onPath) throw new PlainFailure('npm was not found. It comes with Node: install Node again, with npm.');
  return { file: onPath, args: [] };
}

/**
 * Runs a script of one package's package.json.
 * @param {string} folder
 * @param {string} script
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 */
export function runPackageScript(folder, script, { args = [], ...options } = {}) {
  const { file, args: first } = npm();
  const rest = args.length > 0 ? ['--', ...args] : [];
  return run(file, [...first, 'run', '--silent', script, ...rest], { cwd: folder, ...options });
}

/**
 * @param {string[]} names programs that do the same, best first
 * @param {string[]} [alsoIn] folders that are often not on PATH
 * @returns {string | undefined} a full path
 */
export function findProgram(names, alsoIn = []) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...alsoIn];
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const candidate = join(folder, name + ending);
        if (existsSync(candidate)) return candidate;
      }
    }
  }
  return undefined;
}
