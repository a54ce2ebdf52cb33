import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { iconNames } from './icons';

test('every icon name has its drawing, and every drawing a name', () => {
  const css = readFileSync(new URL('./icons.css', import.meta.url), 'utf8');
  const drawn = [...css.matchAll(/^\.ic-([a-z]{2,}) /gm)].map((match) => match[1]);
  expect([...drawn].sort()).toEqual([...iconNames].sort());
});
