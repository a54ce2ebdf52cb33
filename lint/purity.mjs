// What a pure function may not touch: the clock, chance, the process, the network.

const WHY = 'A rule is pure: take it as an argument.';

/** @param {string[]} files */
export const purity = (files) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: `${WHY} The caller has a clock.` },
      { object: 'Math', property: 'random', message: `${WHY} The caller has a source of randomness.` },
    ],
    'no-restricted-globals': [
      'error',
      ...[
        'performance',
        'crypto',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'wx',
        'window',
        'document',
      ].map((name) => ({ name, message: WHY })),
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: `${WHY} \`new Date()\` reads the clock.`,
      },
      { selector: "CallExpression[callee.name='Date']", message: `${WHY} \`Date()\` reads the clock.` },
    ],
  },
});

/** Life-cycle hooks and types say when a page lives; they reach no device. */
const TARO_HOOKS = [
  'useDidShow',
  'useDidHide',
  'useLoad',
  'useReady',
  'useUnload',
  'useRouter',
  'usePullDownRefresh',
  'useReachBottom',
  'usePageScroll',
  'useResize',
  'useTabItemTap',
  'useShareAppMessage',
  'useShareTimeline',
  'useAddToFavorites',
  'useLaunch',
  'useError',
  'usePageNotFound',
];

const MESSAGE = 'Only shared/platform speaks to the device; call (or add) a function there.';

/** In the mini-app, shared/platform alone calls Taro's device APIs, so that everything else runs in a test without them. */
export const deviceAccess = {
  files: ['apps/miniapp/src/**/*.{ts,tsx}'],
  ignores: ['apps/miniapp/src/shared/platform/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: [
          { name: '@tarojs/taro', allowImportNames: TARO_HOOKS, allowTypeImports: true, message: MESSAGE },
        ],
        patterns: [{ regex: '^@tarojs/taro/.+', message: MESSAGE, allowTypeImports: true }],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...['wx', 'localStorage', 'sessionStorage', 'fetch'].map((name) => ({ name, message: MESSAGE })),
    ],
  },
};
