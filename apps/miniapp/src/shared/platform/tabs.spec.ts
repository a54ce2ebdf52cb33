import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { isTabPath, tabs } from './tabs';

test('the tabs are those of app.config.ts, in the same order', () => {
  const config = readFileSync(new URL('../../app.config.ts', import.meta.url), 'utf8');
  const declared = [...config.matchAll(/pagePath: '([^']+)', text: '([^']+)'/g)].map((match) => [
    `/${match[1]}`,
    match[2],
  ]);
  expect(tabs.map((tab) => [tab.path, tab.label])).toEqual(declared);
});

test.each([
  ['/pages/home/index', true],
  ['/pages/me/index?from=ticket', true],
  ['/pkg-me/pages/records/index', false],
  ['/pages/home', false],
])('%s is a tab: %s', (path, expected) => {
  expect(isTabPath(path)).toBe(expected);
});
