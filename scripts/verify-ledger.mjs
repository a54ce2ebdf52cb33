// npm run verify-ledger: checks every ledger of hour records, with the server's environment.
import './workspace/require-node.mjs';
import { spawnSync } from 'node:child_process';
import { build } from './workspace/build.mjs';
import { install } from './workspace/install.mjs';
import { inRoot } from './workspace/places.mjs';
import { reportFailure, step } from './workspace/progress.mjs';

try {
  await step('Install packages', install);
  await build('contract');
  await build('api');
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', inRoot('apps/api/dist/verify-ledger.js')],
    { cwd: inRoot(), stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  reportFailure(error);
}
