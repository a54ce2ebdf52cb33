import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../workspace/build.mjs';
import { run, runPackageScript } from '../workspace/command.mjs';
import { PACKAGES } from '../workspace/packages.mjs';
import { ROOT, inRoot } from '../workspace/places.mjs';
import { countsOf, none, sum } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Counts} Counts
 *
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} env with what the suite's tools gave
 * @property {string} resultsFile where the runner may write its totals; does not exist yet
 *
 * @typedef {object} Suite
 * @property {string} key the name for `npm test -- --only key`
 * @property {string} title
 * @property {('database' | 'chromium')[]} [wants] tools that parts of the suite need; what lacks one skips itself
 * @property {('database' | 'chromium')[]} [needs] tools without which the suite cannot run at all
 * @property {(surroundings: Surroundings) => Promise<Counts>} run
 */

const REPORTER = pathToFileURL(inRoot('scripts', 'suites', 'count-reporter.mjs')).href;

/** A check that says only yes or no counts as one test. @param {number} exitCode @returns {Counts} */
const oneTest = (exitCode) => ({ ...none(), ...(exitCode === 0 ? { passed: 1 } : { failed: 1 }) });

/**
 * The file that a package's command would run, started with this Node: no shell and no PATH in between.
 * @param {string} packageName @param {string} command @param {string} [from] folder whose dependency it is
 */
function binary(packageName, command, from = ROOT) {
  const require = createRequire(join(from, 'package.json'));
  const manifestFile = findManifest(require, packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const manifest = require(manifestFile);
  const relative = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (!relative) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifestFile), relative);
}

/** Not every package exports its package.json. @param {NodeJS.Require} require @param {string} packageName */
function findManifest(require, packageName) {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const file = join(folder, packageName, 'package.json');
    try {
      require.resolve(file);
      return file;
    } catch {
      // not here; look one folder further up
    }
  }
  throw new Error(`${packageName} is not installed`);
}

/** @param {string} packageName @param {string} command @param {string[]} args */
const check = (packageName, command, args) => async () =>
  oneTest(await run(process.execPath, [binary(packageName, command), ...args], { cwd: ROOT }));

/** @param {string} folder a package whose `test` script is jest */
const jest =
  (folder) =>
  async (/** @type {Surroundings} */ { env, resultsFile }) => {
    const args = ['--json', `--outputFile=${resultsFile}`];
    return countsOf('jest', resultsFile, await runPackageScript(inRoot(folder), 'test', { args, env }));
  };

/** @param {string} folder @param {RegExp} names one folder's test files, run one after another */
const nodeTest =
  (folder, names) =>
  async (/** @type {Surroundings} */ { env, resultsFile }) => {
    const files = readdirSync(inRoot(folder))
      .filter((name) => names.test(name))
      .sort();
    if (files.length === 0) return { ...none(), failed: 1 };
    return runTestFiles(folder, files, env, resultsFile);
  };

/** @param {string} folder @param {string[]} files @param {NodeJS.ProcessEnv} env @param {string} resultsFile */
async function runTestFiles(folder, files, env, resultsFile) {
  const exitCode = await run(
    process.execPath,
    [
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${REPORTER}`,
      `--test-reporter-destination=${resultsFile}`,
      ...files.map((name) => inRoot(folder, name)),
    ],
    { cwd: ROOT, env },
  );
  return countsOf('node', resultsFile, exitCode);
}

/**
 * A journey drives a real browser against a real server by the wall clock: a machine that stalls for seconds can
 * break one. A file that fails is run once more, from a district of its own, and what it then says counts; that it
 * had to be is said aloud.
 */
const journeys =
  (/** @type {string} */ folder, /** @type {RegExp} */ names) =>
  async (/** @type {Surroundings} */ { env, resultsFile }) => {
    const files = readdirSync(inRoot(folder))
      .filter((name) => names.test(name))
      .sort();
    const all = [];
    for (const file of files) {
      const first = await runTestFiles(folder, [file], env, resultsFile);
      if (first.failed > 0) console.log(`\n!! ${file} failed and is run once more\n`);
      all.push(first.failed > 0 ? await runTestFiles(folder, [file], env, resultsFile) : first);
    }
    return all.length === 0 ? { ...none(), failed: 1 } : sum(all);
  };

async function typecheck() {
  let failed = 0;
  for (const folder of PACKAGES) {
    console.log(`  ${folder}`);
    if ((await runPackageScript(inRoot(folder), 'typecheck')) !== 0) failed += 1;
  }
  console.log('  scripts');
  const tsc = binary('typescript', 'tsc');
  if ((await run(process.execPath, [tsc, '-p', 'scripts/tsconfig.json'], { cwd: ROOT })) !== 0) failed += 1;
  return oneTest(failed);
}

/** Every suite, cheapest first: a wrong semicolon should not cost ten minutes. @type {Suite[]} */
export const SUITES = [
  { key: 'format', title: 'Formatting (prettier)', run: check('prettier', 'prettier', ['--check', '.']) },
  {
    key: 'lint',
    title: 'Lint and the borders between rooms (eslint)',
    run: check('eslint', 'eslint', ['.']),
  },
  {
    key: 'dead-code',
    title: 'Dead code, missing packages, import circles (knip)',
    run: check('knip', 'knip', [
      '--include',
      'files,dependencies,unlisted,unresolved,exports,types,duplicates,cycles',
    ]),
  },
  { key: 'typecheck', title: 'Types of all packages (tsc)', run: typecheck },
  {
    key: 'tooling',
    title: 'The tooling itself',
    wants: ['database'],
    run: nodeTest('scripts/test', /\.test\.mjs$/),
  },
  {
    key: 'api',
    title: 'API: rules, database, HTTP, access matrix, races',
    wants: ['database'],
    run: async (surroundings) => {
      // Race and fault specs start real API processes, from the build.
      await build('contract');
      await build('api');
      return jest('apps/api')(surroundings);
    },
  },
  { key: 'miniapp', title: 'Mini-app: models, stores, wire', run: jest('apps/miniapp') },
  {
    key: 'weapp',
    title: 'WeChat build, run under a stand-in for WeChat',
    run: async (surroundings) => {
      await build('contract');
      await build('api');
      await build('weapp');
      return nodeTest('apps/miniapp/test/weapp', /\.test\.mjs$/)(surroundings);
    },
  },
  {
    key: 'e2e',
    title: 'Browser journeys on H5',
    needs: ['chromium'],
    run: async (surroundings) => {
      await build('contract');
      await build('api');
      await build('h5');
      return journeys('e2e', /\.e2e\.mjs$/)(surroundings);
    },
  },
];
