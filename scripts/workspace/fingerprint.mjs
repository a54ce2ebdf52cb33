import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ROOT } from './places.mjs';

/** Never part of what a thing is built from. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.data', '.swc', '.git']);

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

/**
 * One hash over the names and bytes of files. By content and not by time: `git clone`, a switched branch and a
 * copied folder all change times without changing anything that matters.
 *
 * @param {string[]} paths files or folders; a missing one counts as empty
 * @param {{ facts?: string[], ignore?: RegExp }} [more] `facts`: anything else the result depends on
 */
export function fingerprint(paths, { facts = [], ignore } = {}) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  const files = paths.flatMap(filesUnder).filter((file) => !ignore?.test(file));
  for (const file of [...new Set(files)].sort()) {
    const bytes = readFileSync(file);
    hash.update(`${relative(ROOT, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** A file that remembers what something was made from. Written only after the making succeeded. */
export class Stamp {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** @param {string} expected */
  matches(expected) {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') === expected;
  }

  /** Forget first, make, then write: a making that is interrupted must not look finished. */
  forget() {
    rmSync(this.file, { force: true });
  }

  /** @param {string} value */
  write(value) {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, value);
  }
}
