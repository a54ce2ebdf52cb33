import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; every path of the tooling is built from it, so commands work from anywhere. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where stamps live: inside node_modules, so that removing node_modules also forgets what was built from it. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'xiaolin');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(ROOT, ...parts);
