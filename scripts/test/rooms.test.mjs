// Real: the repository's own eslint configuration. Not real: the planted files, which are linted as text under a
// path of the repository (the imported files must exist for the resolver, so they are planted in a copy).
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { ESLint } from 'eslint';
import { ROOT } from '../workspace/places.mjs';

const ROOMS = 'boundaries/dependencies';
const DEVICE = '@typescript-eslint/no-restricted-imports';

/** Files that the planted imports point at. */
const STAGE = [
  'packages/shared-types/src/signups/schema.ts',
  'packages/shared-types/src/signups/phase.ts',
  'apps/api/src/platform/clock/clock.ts',
  'apps/api/src/test/harness.ts',
  'apps/api/src/features/signups/rules/decide-signup.ts',
  'apps/api/src/features/signups/store/signup.store.ts',
  'apps/api/src/features/signups/use-cases/sign-up.ts',
  'apps/api/src/features/signups/index.ts',
  'apps/api/src/features/hours/rules/minutes.ts',
  'apps/api/src/features/hours/store/hour.store.ts',
  'apps/api/src/features/hours/use-cases/confirm.ts',
  'apps/api/src/features/hours/index.ts',
  'apps/api/src/features/hours/http/hour.presenter.ts',
  'apps/api/src/features/hours/http/hour.controller.ts',
  'apps/miniapp/src/shared/ui/button.ts',
  'apps/miniapp/src/shared/platform/scan.ts',
  'apps/miniapp/src/features/signups/model.ts',
  'apps/miniapp/src/features/hours/model.ts',
  'apps/miniapp/src/pages/home/parts.ts',
  'apps/miniapp/src/pkg-worker/roster/parts.ts',
];

const SIGNUPS = 'apps/api/src/features/signups';
const APP = 'apps/miniapp/src';

/** @typedef {[where: string, code: string, rule: string]} Planted */

/** @type {Record<string, Planted>} */
const FORBIDDEN = {
  'a rule imports an npm package': [`${SIGNUPS}/rules/x.ts`, `import 'typeorm';`, ROOMS],
  "a rule imports Node's own module": [`${SIGNUPS}/rules/x.ts`, `import 'node:fs';`, ROOMS],
  'a rule imports the store': [`${SIGNUPS}/rules/x.ts`, `import '../store/signup.store.js';`, ROOMS],
  'a rule imports the platform': [
    `${SIGNUPS}/rules/x.ts`,
    `import '../../../platform/clock/clock.js';`,
    ROOMS,
  ],
  "a rule imports another feature's rule": [
    `${SIGNUPS}/rules/x.ts`,
    `import '../../hours/rules/minutes.js';`,
    ROOMS,
  ],
  'a door shows a controller': [
    'apps/api/src/features/hours/index.ts',
    `import './http/hour.controller.js';`,
    ROOMS,
  ],
  'a presenter imports a value of the store': [
    'apps/api/src/features/hours/http/hour.presenter.ts',
    `import { planted } from '../store/hour.store.js'; export default planted;`,
    ROOMS,
  ],
  'a rule imports a schema of the contract': [
    `${SIGNUPS}/rules/x.ts`,
    `import { planted } from '@xiaolin/shared-types/signups/schema'; export default planted;`,
    ROOMS,
  ],
  'a rule reads the clock by Date.now': [
    `${SIGNUPS}/rules/x.ts`,
    `export default Date.now();`,
    'no-restricted-properties',
  ],
  'a rule reads the clock by new Date': [
    `${SIGNUPS}/rules/x.ts`,
    `export default new Date();`,
    'no-restricted-syntax',
  ],
  'a rule draws a random number': [
    `${SIGNUPS}/rules/x.ts`,
    `export default Math.random();`,
    'no-restricted-properties',
  ],
  'a store imports a use case': [`${SIGNUPS}/store/x.ts`, `import '../use-cases/sign-up.js';`, ROOMS],
  "a use case imports another feature's store": [
    `${SIGNUPS}/use-cases/x.ts`,
    `import '../../hours/store/hour.store.js';`,
    ROOMS,
  ],
  'a controller imports the store': [`${SIGNUPS}/http/x.ts`, `import '../store/signup.store.js';`, ROOMS],
  "a controller imports another feature's use case": [
    `${SIGNUPS}/http/x.ts`,
    `import '../../hours/use-cases/confirm.js';`,
    ROOMS,
  ],
  'the platform imports a feature': [
    'apps/api/src/platform/x/x.ts',
    `import '../../features/signups/index.js';`,
    ROOMS,
  ],
  'shipped code imports the test harness': [
    `${SIGNUPS}/use-cases/x.ts`,
    `import '../../../test/harness.js';`,
    ROOMS,
  ],
  'a file that stands in no room is imported by nobody': [
    `${SIGNUPS}/helpers/x.ts`,
    `import '../rules/decide-signup.js';`,
    ROOMS,
  ],
  'the contract imports another package': [
    'packages/shared-types/src/signups/x.ts',
    `import 'typeorm';`,
    ROOMS,
  ],
  'the contract reads the clock': [
    'packages/shared-types/src/signups/x.ts',
    `export default Date.now();`,
    'no-restricted-properties',
  ],
  'a feature imports another feature': [`${APP}/features/signups/x.ts`, `import '../hours/model';`, ROOMS],
  'a feature imports a page': [`${APP}/features/signups/x.ts`, `import '../../pages/home/parts';`, ROOMS],
  'shared imports a feature': [`${APP}/shared/ui/x.ts`, `import '../../features/signups/model';`, ROOMS],
  "a journey imports another journey's page": [
    `${APP}/pkg-volunteer/x.ts`,
    `import '../pkg-worker/roster/parts';`,
    ROOMS,
  ],
  'a page calls the device by the default import': [
    `${APP}/pages/home/x.ts`,
    `import Taro from '@tarojs/taro'; export default Taro;`,
    DEVICE,
  ],
  'a feature calls the device by a named import': [
    `${APP}/features/signups/x.ts`,
    `import { scanCode } from '@tarojs/taro'; export default scanCode;`,
    DEVICE,
  ],
  'a page calls wx': [`${APP}/pages/home/x.ts`, `export default wx;`, 'no-restricted-globals'],
  "a feature's model reads the clock": [
    `${APP}/features/signups/model.ts`,
    `export default Date.now();`,
    'no-restricted-properties',
  ],
};

/** @type {Record<string, [where: string, code: string]>} */
const PERMITTED = {
  'a rule imports its neighbour': [`${SIGNUPS}/rules/x.ts`, `import './decide-signup.js';`],
  'a rule imports types of the contract': [
    `${SIGNUPS}/rules/x.ts`,
    `import type { planted } from '@xiaolin/shared-types/signups/schema'; export type X = typeof planted;`,
  ],
  'a rule uses a pure function of the contract': [
    `${SIGNUPS}/rules/x.ts`,
    `import { planted } from '@xiaolin/shared-types/signups/phase'; export default planted;`,
  ],
  'a door shows a presenter': ['apps/api/src/features/hours/index.ts', `import './http/hour.presenter.js';`],
  "a presenter imports the shape of the store's rows": [
    'apps/api/src/features/hours/http/hour.presenter.ts',
    `import type { planted } from '../store/hour.store.js'; export type X = typeof planted;`,
  ],
  'a rule makes a date of a given time': [
    `${SIGNUPS}/rules/x.ts`,
    `export const at = (ms: number) => new Date(ms);`,
  ],
  'a spec of a rule imports a library': [
    `${SIGNUPS}/rules/x.spec.ts`,
    `import 'fast-check'; import './decide-signup.js';`,
  ],
  'a spec of a use case imports the harness': [
    `${SIGNUPS}/use-cases/x.db.spec.ts`,
    `import '../../../test/harness.js';`,
  ],
  'a use case imports store, platform and a door': [
    `${SIGNUPS}/use-cases/x.ts`,
    `import '../store/signup.store.js'; import '../../../platform/clock/clock.js'; import '../../hours/index.js';`,
  ],
  'a controller imports its use case, the platform and the contract': [
    `${SIGNUPS}/http/x.ts`,
    `import '../use-cases/sign-up.js'; import '../../../platform/clock/clock.js'; import '@xiaolin/shared-types/signups/schema';`,
  ],
  'a page composes features': [
    `${APP}/pages/home/x.ts`,
    `import '../../features/signups/model'; import '../../features/hours/model'; import '../../shared/ui/button';`,
  ],
  "a page uses Taro's life-cycle hooks and types": [
    `${APP}/pages/home/x.ts`,
    `import { useDidShow } from '@tarojs/taro'; import type Taro from '@tarojs/taro'; export { useDidShow, type Taro };`,
  ],
  'the shared platform calls the device': [
    `${APP}/shared/platform/x.ts`,
    `import Taro from '@tarojs/taro'; export default Taro;`,
  ],
};

/** @type {string} */
let copy;
/** @type {ESLint} */
let eslint;

before(() => {
  copy = mkdtempSync(join(tmpdir(), 'xiaolin-rooms-'));
  for (const path of ['lint', 'eslint.config.mjs', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of ['packages/shared-types', 'apps/api', 'apps/miniapp']) {
    mkdirSync(join(copy, folder), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json'])
      cpSync(join(ROOT, folder, file), join(copy, folder, file));
    // Not linked whole: the contract must resolve to the copy's own files, as it does in the repository.
    linkPackages(folder);
  }
  const planted = [...Object.values(FORBIDDEN), ...Object.values(PERMITTED)].map(([where]) => where);
  for (const path of [...STAGE, ...planted]) plant(path, 'export const planted = 1;\n');
  eslint = new ESLint({ cwd: copy });
});

after(() => rmSync(copy, { recursive: true, force: true }));

/** @param {string} folder */
function linkPackages(folder) {
  const modules = join(copy, folder, 'node_modules');
  mkdirSync(join(modules, '@xiaolin'), { recursive: true });
  symlinkSync(join(copy, 'packages/shared-types'), join(modules, '@xiaolin/shared-types'));
  for (const name of ['typeorm', 'fast-check', '@tarojs', 'valibot']) {
    const source = [folder, 'apps/api', 'apps/miniapp'].map((from) => join(ROOT, from, 'node_modules', name));
    symlinkSync(
      source[1] && name !== '@tarojs' ? source[1] : join(ROOT, 'apps/miniapp/node_modules', name),
      join(modules, name),
    );
  }
}

/** @param {string} path @param {string} code */
function plant(path, code) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), code);
}

/** @param {string} where @param {string} code */
async function complaints(where, code) {
  plant(where, `${code}\n`);
  const [result] = await eslint.lintFiles([where]);
  plant(where, 'export const planted = 1;\n');
  assert.ok(result, 'eslint did not look at the file');
  return result.messages.map((message) => `${message.ruleId}: ${message.message}`);
}

for (const [name, [where, code, rule]] of Object.entries(FORBIDDEN)) {
  test(`refused: ${name}`, async () => {
    const found = await complaints(where, code);
    assert.ok(
      found.some((message) => message.startsWith(`${rule}: `)),
      `expected a complaint of ${rule}, got ${JSON.stringify(found)}`,
    );
  });
}

for (const [name, [where, code]] of Object.entries(PERMITTED)) {
  test(`allowed: ${name}`, async () => {
    assert.deepEqual(await complaints(where, code), []);
  });
}
