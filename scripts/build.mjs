// npm run build: everything that ships, for both targets.
import './workspace/require-node.mjs';
import { build } from './workspace/build.mjs';
import { install } from './workspace/install.mjs';
import { reportFailure, step } from './workspace/progress.mjs';

try {
  await step('Install packages', install);
  await build('contract');
  await build('api');
  await build('h5');
  await build('weapp');
} catch (error) {
  reportFailure(error);
}
