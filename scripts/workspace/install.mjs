import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runOrFail } from './command.mjs';
import { Stamp, fingerprint } from './fingerprint.mjs';
import { PACKAGES } from './packages.mjs';
import { CACHE, ROOT, inRoot } from './places.mjs';

/** The one place that names pnpm's version is `packageManager` in package.json; corepack and pnpm read it too. */
export function pinnedPnpm() {
  /** @type {{ packageManager: string }} */
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return manifest.packageManager;
}

/**
 * Installs exactly what the lockfile names, unless that is already there.
 * @returns {Promise<string | undefined>} a note when there was nothing to do
 */
export async function install() {
  const manifests = PACKAGES.map((folder) => inRoot(folder, 'package.json'));
  const wanted = fingerprint(
    [inRoot('package.json'), inRoot('pnpm-lock.yaml'), inRoot('pnpm-workspace.yaml'), ...manifests],
    // Optional native packages differ by platform, and by Node's own C library version.
    { facts: [process.platform, process.arch, process.versions.modules] },
  );
  const stamp = new Stamp(join(CACHE, 'installed'));
  const linked = PACKAGES.every((folder) => existsSync(inRoot(folder, 'node_modules')));
  if (linked && stamp.matches(wanted)) return 'up to date';

  stamp.forget();
  const { file, args } = npm();
  await runOrFail(
    'Installing packages',
    file,
    [
      ...args,
      'exec',
      '--yes',
      `--package=${pinnedPnpm()}`,
      '--',
      'pnpm',
      'install',
      '--frozen-lockfile',
      // Without a terminal pnpm would otherwise stop and ask before replacing another version's node_modules.
      '--config.confirmModulesPurge=false',
    ],
    { cwd: ROOT },
  );
  stamp.write(wanted);
  return undefined;
}
