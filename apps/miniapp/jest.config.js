/** Specs of pure rules, stores and platform wrappers; nothing here starts Taro. Run by test script with ESM switched on. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  // As on every page of a subpackage: package-pages-plugin.js.
  setupFiles: ['<rootDir>/src/shared/i18n/zh-CN/problems-of-packages.ts'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
