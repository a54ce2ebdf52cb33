import { expect, it } from '@jest/globals';
import { birthYearText, readBirthYear } from './birth-year';

it.each([
  ['', null],
  ['  ', null],
  ['1958', 1958],
  [' 2019 ', 2019],
  ['58', 'wrong'],
  ['1899', 'wrong'],
  ['二零一九', 'wrong'],
] as const)('reads "%s" as %s', (text, expected) => {
  expect(readBirthYear(text)).toBe(expected);
});

it('shows a year, and nothing where there is none', () => {
  expect([birthYearText(1958), birthYearText(null)]).toEqual(['1958', '']);
});
