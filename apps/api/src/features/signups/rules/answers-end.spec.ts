import { expect, it } from '@jest/globals';
import { answersEnd, areDue } from './answers-end.js';

it('ends so many days of the district after the end, past months and years', () => {
  expect(answersEnd('2026-12-01T08:00:00.000Z', 30)).toBe('2026-12-31');
  // Eight in the morning of the next day, in the district.
  expect(answersEnd('2026-12-31T17:00:00.000Z', 1)).toBe('2027-01-02');
});

it('is due from the first minute of that day', () => {
  expect(areDue('2026-12-01T08:00:00.000Z', 1, new Date('2026-12-01T15:59:59.999Z'))).toBe(false);
  expect(areDue('2026-12-01T08:00:00.000Z', 1, new Date('2026-12-01T16:00:00.000Z'))).toBe(true);
});
