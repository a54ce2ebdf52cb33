import { describe, expect, it } from '@jest/globals';
import {
  dueOnAfter,
  isProvisional,
  isWorkday,
  LAST_ANNOUNCED_YEAR,
  workingDaysLeft,
} from './work-calendar.js';

// Real: the announced holidays that the pinned package brings.
describe('the calendar of working days', () => {
  it.each([
    ['National Day, a Thursday', '2026-10-01', false],
    ['a Monday', '2026-11-23', true],
    ['a Sunday', '2026-11-29', false],
    ['a Saturday worked for National Day', '2026-10-10', true],
    ['a Sunday worked for New Year', '2026-01-04', true],
    ['Spring Festival, a Tuesday', '2026-02-17', false],
  ])('%s: %s is %s', (_, day, works) => {
    expect(isWorkday(day)).toBe(works);
  });

  it('art. 11: ten working days step over National Day and count the Saturdays worked for it', () => {
    // 28, 29, 30 September; 8, 9 and Saturday 10 October; 12 to 15 October.
    expect(dueOnAfter('2026-09-27T09:00:00.000Z')).toBe('2026-10-15');
  });

  it('art. 11: counts across the year, New Year left out', () => {
    // 26, 29, 30, 31 December 2025; Sunday 4 January worked; 5 to 9 January.
    expect(dueOnAfter('2025-12-25T09:00:00.000Z')).toBe('2026-01-09');
  });

  it("takes the district's day of the end, not that of UTC", () => {
    // 00:30 on Saturday 28 November in the district.
    expect(dueOnAfter('2026-11-27T16:30:00.000Z')).toBe(dueOnAfter('2026-11-28T04:00:00.000Z'));
    expect(dueOnAfter('2026-11-26T16:30:00.000Z')).toBe('2026-12-11');
  });

  it('knows weekends only in years that are not announced yet', () => {
    const next = LAST_ANNOUNCED_YEAR + 1;
    expect(isWorkday(`${next}-10-01`)).toBe(
      ![0, 6].includes(new Date(`${next}-10-01T00:00:00.000Z`).getUTCDay()),
    );
  });

  it.each([
    // New Year's Day is no working day in an announced year; beyond it is not known to be a holiday.
    ['2025-12-29', '2026-01-13', false],
    ['2025-12-30', '2026-01-14', false],
    ['2025-12-31', '2026-01-15', false],
    ['2026-12-17', '2026-12-31', false],
    ['2026-12-18', '2027-01-01', true],
    ['2026-12-29', '2027-01-12', true],
    ['2026-12-30', '2027-01-13', true],
    ['2026-12-31', '2027-01-14', true],
  ])('art. 11: what ended on %s is due on %s, provisional: %s', (day, dueOn, provisional) => {
    expect(LAST_ANNOUNCED_YEAR).toBe(2026);
    expect(dueOnAfter(`${day}T09:00:00.000Z`)).toBe(dueOn);
    expect(isProvisional(dueOn)).toBe(provisional);
  });

  it('counts down to the due day and beyond', () => {
    expect(workingDaysLeft('2026-10-15', '2026-10-09')).toBe(5);
    expect(workingDaysLeft('2026-10-15', '2026-10-16')).toBe(-1);
  });
});
