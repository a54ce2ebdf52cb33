import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/**
 * WeChat's own compilers for WXML (wcc) and WXSS (wcsc), from the npm package miniprogram-compiler. Linux x64 only here.
 * The package forgets the run bit of its binaries.
 */
const binaries = path.join(
  path.dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')),
  'bin/linux',
);

/** @returns {{ status: number | null, stdout: string, stderr: string }} */
const run = (name, cwd, args) => {
  const binary = path.join(binaries, name);
  chmodSync(binary, 0o755);
  const result = spawnSync(binary, args, { cwd, maxBuffer: 256 * 1024 * 1024 });
  if (result.error) throw result.error;
  return { status: result.status, stdout: String(result.stdout), stderr: String(result.stderr) };
};

export const compileWxml = (cwd, args) => run('wcc', cwd, args);
export const compileWxss = (cwd, args) => run('wcsc', cwd, args);
