import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordingDueOn, workingDaysBetween } from './working-days.js';

const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));

describe('recordingDueOn (art. 11: ten working days)', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-12-07'],
    ['a Saturday', '2026-11-28', '2026-12-11'],
    ['across a year', '2026-12-25', '2027-01-08'],
    ['across a leap day', '2028-02-25', '2028-03-10'],
  ])('counts from %s, weekends left out', (_, end, due) => {
    expect(recordingDueOn(end, weekdays)).toBe(due);
  });

  it('leaves ten working days on the day of the end, and none on the due day', () => {
    fc.assert(
      fc.property(days, (end) => {
        const due = recordingDueOn(end, weekdays);
        expect(workingDaysBetween(end, due, weekdays)).toBe(10);
        expect(workingDaysBetween(due, due, weekdays)).toBe(0);
        expect(weekdays(due)).toBe(true);
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-12-04', '2026-12-07', 1],
    ['2026-12-05', '2026-12-07', 1],
    ['2026-12-07', '2026-12-07', 0],
    ['2026-12-08', '2026-12-07', -1],
    ['2026-12-14', '2026-12-07', -5],
  ])('from %s to %s: %d', (today, due, left) => {
    expect(workingDaysBetween(today, due, weekdays)).toBe(left);
  });
});
