import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oldestThatMatters, restrictionAt } from './restriction.js';

const setting = { on: true, noShows: 3, withinDays: 90, forDays: 30 };
const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const day = (n: number) => new Date(START + n * DAY).toISOString();
const at = (n: number) => new Date(START + n * DAY);

describe('restrictionAt', () => {
  it.each([
    ['nobody while the setting is off', { ...setting, on: false }, [0, 1, 2], 3, null],
    ['nobody below the number', setting, [0, 1], 2, null],
    ['whoever reaches it, in any order', setting, [2, 0, 1], 3, 32],
    ['nobody whose absences lie further apart', setting, [0, 60, 91], 92, null],
    ['nobody for exactly the window, which is over', setting, [0, 60, 90], 91, null],
    ['whoever is within the window', setting, [0, 60, 89], 91, 119],
    ['nobody any more once it has lapsed', setting, [0, 1, 2], 32, null],
    ['to the last moment', setting, [0, 1, 2], 31.99, 32],
    ['counting from the last absence', setting, [0, 1, 2, 20], 40, 50],
  ])('restricts %s', (_, given, absences, now, until) => {
    const found = restrictionAt(given, absences.map(day), at(now));
    expect(found?.until ?? null).toBe(until === null ? null : day(until));
  });

  it('says how many absences brought it about', () => {
    expect(restrictionAt(setting, [0, 1, 2, 3].map(day), at(4))?.noShows).toBe(4);
  });

  it('always lapses, and never reaches further than its days after the last absence', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, fc.integer({ min: 400, max: 900 }), (absences, now) => {
        const found = restrictionAt(setting, absences.map(day), at(now));
        const last = Math.max(...absences, 0);
        if (found !== null) expect(found.until <= day(last + setting.forDays)).toBe(true);
        expect(restrictionAt(setting, absences.map(day), at(last + setting.forDays))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes to the same without what is too old to matter', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 450 }), (absences, now) => {
        const all = absences.filter((n) => n <= now).map(day);
        const recent = all.filter((moment) => moment > oldestThatMatters(setting, at(now)));
        expect(restrictionAt(setting, recent, at(now))).toEqual(restrictionAt(setting, all, at(now)));
      }),
      { numRuns: 1_000 },
    );
  });
});
