import { describe, expect, it } from '@jest/globals';
import { isPeriod, refusalToIssue } from './refusal-to-issue.js';

describe('isPeriod', () => {
  it.each([
    ['2026-01-01', '2026-06-30', true],
    ['2026-11-24', '2026-11-24', true],
    ['2026-06-30', '2026-01-01', false],
    ['2026-01-01', '2026-11-25', false],
    ['2019-12-31', '2020-03-01', false],
    ['2021-11-21', '2026-11-24', true],
    ['2021-11-20', '2026-11-24', false],
  ])('%s to %s: %s', (from, to, fine) => {
    expect(isPeriod({ from, to }, '2026-11-24', 1_830)).toBe(fine);
  });
});

describe('refusalToIssue', () => {
  it.each([
    [0, 0, 'certificate.nothing-confirmed'],
    [1, 0, 'certificate.nothing-confirmed'],
    [1, 1, null],
    [3, 90, null],
    [4, 90, 'certificate.too-many-records'],
  ])('%i records of %i minutes: %s', (records, minutes, verdict) => {
    expect(refusalToIssue(records, minutes, 3)).toBe(verdict);
  });
});
