// Who may import whom: docs/ARCHITECTURE.md in a form that can fail. Everything that is not allowed here is
// refused, npm packages and Node's own modules included (`checkAllOrigins`). scripts/test/rooms.test.mjs plants
// a violation of each sentence and expects it to be caught.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const API = 'apps/api/src';
const MINIAPP = 'apps/miniapp/src';

/** @param {string} type */
const apiRoom = (type) => ({
  type,
  pattern: `${API}/features/*/${type}`,
  partialMatch: false,
  capture: ['feature'],
});

/** Folders; the order matters: the first pattern that fits names the room. */
const ELEMENTS = [
  { type: 'contract', pattern: 'packages/shared-types/src', partialMatch: false },

  apiRoom('rules'),
  apiRoom('store'),
  apiRoom('use-cases'),
  apiRoom('http'),
  { type: 'api-feature', pattern: `${API}/features/*`, partialMatch: false, capture: ['feature'] },
  { type: 'platform', pattern: `${API}/platform`, partialMatch: false },
  { type: 'demo', pattern: `${API}/demo`, partialMatch: false },
  { type: 'api-bench', pattern: `${API}/bench`, partialMatch: false },
  { type: 'api-test', pattern: [`${API}/test`, 'apps/api/test'], partialMatch: false },
  { type: 'api', pattern: API, partialMatch: false },

  {
    type: 'pages',
    pattern: [`${MINIAPP}/pages`, `${MINIAPP}/custom-tab-bar`, `${MINIAPP}/dev`],
    partialMatch: false,
  },
  { type: 'journey', pattern: `${MINIAPP}/pkg-*`, partialMatch: false, capture: ['journey'] },
  { type: 'feature', pattern: `${MINIAPP}/features/*`, partialMatch: false, capture: ['feature'] },
  { type: 'shared-platform', pattern: `${MINIAPP}/shared/platform`, partialMatch: false },
  { type: 'shared', pattern: `${MINIAPP}/shared`, partialMatch: false },
  { type: 'miniapp-test', pattern: 'apps/miniapp/test', partialMatch: false },
  { type: 'miniapp', pattern: MINIAPP, partialMatch: false },
];

/**
 * Rooms that are single files of a folder. A file beside them belongs to no room: it may import nothing and
 * nothing may import it.
 */
const FILE_ROOMS = {
  door: { type: 'api-feature', fileInternalPath: 'index.ts' },
  module: { type: 'api-feature', fileInternalPath: '*.module.ts' },
  'api-root': { type: 'api', fileInternalPath: '*.ts' },
  'miniapp-root': { type: 'miniapp', fileInternalPath: '*.{ts,tsx,scss,css}' },
};

const FILES = [{ category: 'spec', pattern: '**/*.spec.{ts,tsx}' }];

/**
 * @param {string | string[]} names
 * @param {object} [captured]
 */
const room = (names, captured = {}) => ({
  element: [names].flat().map((name) => ({ ...(FILE_ROOMS[name] ?? { type: name }), ...captured })),
});

/** @param {string | string[]} names rooms of the same feature as the importing file */
const own = (names) => room(names, { captured: { feature: '{{ from.element.captured.feature }}' } });

/** @param {string} from @param {...object} targets */
const may = (from, ...targets) => targets.map((to) => ({ from: room(from), allow: { to } }));

const packages = { module: { origin: ['external', 'core'] } };

const API_POLICIES = [
  // A rule is a pure function: data in, verdict out. Of the contract it sees types, and the pure functions and
  // vocabulary that both apps share, but no schema: a rule that validates has been given unchecked data.
  ...may('rules', own('rules'), room('contract', { fileInternalPath: '*/!(schema|routes).ts' })),
  { from: room('rules'), allow: { to: room('contract'), dependency: { kind: 'type' } } },
  // A list joins another feature's rows by the columns that its door offers.
  ...may('store', own(['rules', 'store']), room(['door', 'platform', 'contract']), packages),
  ...may('use-cases', own(['rules', 'store', 'use-cases']), room(['door', 'platform', 'contract']), packages),
  ...may('http', own(['rules', 'use-cases', 'http']), room(['door', 'platform', 'contract']), packages),
  // A presenter names the fields of what its use case returned, so it sees the shape of it.
  { from: room('http'), allow: { to: own('store'), dependency: { kind: 'type' } } },
  ...may(
    'door',
    own(['rules', 'store', 'use-cases', 'module']),
    // So that the same thing reads the same in two features' answers; a controller never leaves its room.
    room('http', {
      fileInternalPath: '*.presenter.ts',
      captured: { feature: '{{ from.element.captured.feature }}' },
    }),
  ),
  ...may(
    'module',
    own(['rules', 'store', 'use-cases', 'http']),
    room(['module', 'door', 'platform']),
    packages,
  ),
  ...may('platform', room(['platform', 'contract']), packages),
  ...may('demo', room(['demo', 'door', 'module', 'platform', 'contract', 'api-root']), packages),
  ...may('api-bench', room(['door', 'platform', 'contract', 'api-root']), packages),
  ...may('api-root', room(['module', 'door', 'platform', 'contract', 'api-root']), packages),
];

const MINIAPP_POLICIES = [
  ...may(
    'miniapp-root',
    room(['miniapp-root', 'feature', 'shared', 'shared-platform', 'contract']),
    packages,
  ),
  ...may('pages', room(['pages', 'feature', 'shared', 'shared-platform', 'contract']), packages),
  // One journey's pages may use each other; another journey's may not: it is another download.
  ...may(
    'journey',
    room('journey', { captured: { journey: '{{ from.element.captured.journey }}' } }),
    room(['feature', 'shared', 'shared-platform', 'contract']),
    packages,
  ),
  ...may('feature', own('feature'), room(['shared', 'shared-platform', 'contract']), packages),
  ...may('shared', room(['shared', 'shared-platform', 'contract']), packages),
  ...may('shared-platform', room(['shared-platform', 'contract']), packages),
  { from: room('shared-platform'), allow: { to: room('shared'), dependency: { kind: 'type' } } },
  ...may(
    'miniapp-test',
    room(['miniapp-test', 'feature', 'shared', 'shared-platform', 'contract']),
    packages,
  ),
];

const CONTRACT_POLICIES = [
  ...may('contract', room('contract')),
  {
    from: room('contract'),
    allow: {
      to: { module: { origin: 'external', source: ['valibot', '@standard-schema/spec', '@noble/hashes'] } },
    },
  },
];

const API_ROOMS = [
  'rules',
  'store',
  'use-cases',
  'http',
  'door',
  'module',
  'platform',
  'demo',
  'api-bench',
  'api-root',
];
const spec = { file: { categories: 'spec' } };

const SPEC_POLICIES = [
  // A spec stands beside its subject and may set the stage with the harness, with any library, and with
  // other features through their doors; what it tests stays its own feature.
  { from: spec, allow: { to: packages } },
  {
    from: { ...spec, ...room(API_ROOMS) },
    allow: { to: room(['api-test', 'door', 'module', 'platform', 'api-root', 'contract']) },
  },
  {
    from: { ...spec, ...room(['rules', 'store', 'use-cases', 'http']) },
    allow: { to: own(['rules', 'store', 'use-cases', 'http']) },
  },
  // The harness, and what is tested across features (races, access, faults), may see everything.
  { from: room('api-test'), allow: { to: room([...API_ROOMS, 'api-test', 'contract']) } },
  { from: room('api-test'), allow: { to: packages } },
  // And nothing that ships may lean on it.
  {
    from: { file: { categories: { noneOf: ['spec'] } }, ...room(API_ROOMS) },
    disallow: { to: room('api-test') },
  },
];

/** The rooms of all three packages, as one eslint configuration entry. */
export const rooms = {
  files: [
    'apps/api/{src,test}/**/*.ts',
    'apps/miniapp/{src,test}/**/*.{ts,tsx}',
    'packages/shared-types/src/**/*.ts',
  ],
  plugins: { boundaries },
  settings: {
    // Not the working folder: editors and `npm run` inside a package start elsewhere.
    'boundaries/root-path': ROOT,
    'boundaries/elements': ELEMENTS,
    'boundaries/files': FILES,
    'import/resolver': {
      typescript: {
        project: ['apps/api', 'apps/miniapp', 'packages/shared-types'].map((folder) =>
          join(ROOT, folder, 'tsconfig.json'),
        ),
        noWarnOnMultipleProjects: true,
      },
    },
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        policies: [...API_POLICIES, ...MINIAPP_POLICIES, ...CONTRACT_POLICIES, ...SPEC_POLICIES],
      },
    ],
    // A file in no room would be checked by no rule above.
    'boundaries/no-unknown-files': 'error',
  },
};
