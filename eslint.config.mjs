import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { deviceAccess, purity } from './lint/purity.mjs';
import { rooms } from './lint/rooms.mjs';

const TYPESCRIPT = ['{apps,packages}/*/{src,test}/**/*.{ts,tsx}'];
const NODE_GLOBALS = Object.fromEntries(
  [
    'console',
    'process',
    'Buffer',
    'URL',
    'fetch',
    'performance',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearInterval',
    'clearTimeout',
    'AbortSignal',
    'AbortController',
  ].map((name) => [name, 'readonly']),
);

export default ts.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/dist-*/', '**/coverage/', '.data/', 'docs/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,js,cjs}'],
    languageOptions: { globals: NODE_GLOBALS },
    // `const { left, ...rest }` is how one key is left out.
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  {
    files: ['**/*.cjs', 'apps/miniapp/**/*.js', 'bench/hello-taro/{babel.config.js,config/*.js}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', __filename: 'readonly', module: 'writable' },
    },
  },
  ...ts.configs.recommended.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The few rules that need types and have each prevented a real fault somewhere.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // TypeScript itself knows undefined names, and types too.
      'no-undef': 'off',
      // Numbers of docs/ARCHITECTURE.md: beyond them a second look is due, not an error.
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/miniapp/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  rooms,
  deviceAccess,
  purity([
    'apps/api/src/features/*/rules/**/*.ts',
    'apps/miniapp/src/features/*/model.ts',
    'packages/shared-types/src/**/*.ts',
  ]),
);
