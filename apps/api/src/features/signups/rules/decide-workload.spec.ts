import { describe, expect, it } from '@jest/globals';
import { WORK_LIMITS } from '@xiaolin/shared-types/shifts/limits';
import fc from 'fast-check';
import { decideWorkload, mondayOf, type PlannedShift, plannedMinutes } from './decide-workload.js';

/** A shift of the district's Saturday 28 November (UTC+8), so many minutes after its midnight. */
const at = (minute: number, length: number, rest = 0, day = 0): PlannedShift => {
  const start = Date.parse('2026-11-27T16:00:00.000Z') + (day * 1_440 + minute) * 60_000;
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + length * 60_000).toISOString(),
    breakMinutes: rest,
  };
};

describe('overwork (志愿服务条例 art. 15)', () => {
  it.each([
    ['alone, exactly the limit', at(480, 480), [], false, 'ok'],
    ['alone, a minute more', at(480, 481), [], false, 'day 481/480'],
    ['rest does not count', at(480, 510, 30), [], false, 'ok'],
    ['together exactly the limit', at(480, 240), [at(800, 240)], false, 'ok'],
    ['together a minute more', at(480, 240), [at(800, 241)], false, 'day 481/480'],
    ['on the day before', at(480, 240), [at(800, 300, 0, -1)], false, 'ok'],
    ['past midnight: the day on which it starts', at(0, 240), [at(1_300, 300, 0, -1)], false, 'ok'],
    ['a minor, exactly the limit', at(480, 360), [], true, 'ok'],
    ['a minor, a minute more', at(480, 361), [], true, 'day 361/360'],
  ] as const)('%s', (_, shift, others, minor, expected) => {
    const refusal = decideWorkload(shift, others, minor);
    expect(
      refusal === undefined
        ? 'ok'
        : `${refusal.facts['span']} ${refusal.facts['minutes']}/${refusal.facts['limit']}`,
    ).toBe(expected);
  });

  it('counts a week from Monday to Sunday', () => {
    // Saturday's week began on Monday the 23rd: five days of eight hours before it are the whole week.
    const week = [-5, -4, -3, -2, -1].map((day) => at(480, 480, 0, day));
    expect(decideWorkload(at(480, 1), week, false)).toMatchObject({
      code: 'signup.overwork',
      facts: { span: 'week', day: '2026-11-23', minutes: 2_401, limit: 2_400 },
    });
    expect(decideWorkload(at(480, 60), week.slice(1), false)).toBeUndefined();
    // The Sunday before belongs to the week before.
    expect(decideWorkload(at(480, 60), [at(480, 480, 0, -6), ...week.slice(1)], false)).toBeUndefined();
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-28', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
  ])('the Monday of %s is %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('never lets a day or a week grow beyond its limit, in whatever order shifts are taken', () => {
    const shifts = fc.array(
      fc.tuple(
        fc.nat(1_200),
        fc.integer({ min: 1, max: 600 }),
        fc.nat(60),
        fc.integer({ min: -10, max: 10 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(shifts, fc.boolean(), (wanted, minor) => {
        const taken: PlannedShift[] = [];
        for (const shift of wanted.map((each) => at(...each)))
          if (decideWorkload(shift, taken, minor) === undefined) taken.push(shift);
        const limits = WORK_LIMITS[minor ? 'minor' : 'adult'];
        const sums = new Map<string, number>();
        for (const shift of taken) {
          const day = new Date(Date.parse(shift.startsAt) + 480 * 60_000).toISOString().slice(0, 10);
          for (const key of [day, `week ${mondayOf(day)}`])
            sums.set(key, (sums.get(key) ?? 0) + plannedMinutes(shift));
        }
        for (const [key, minutes] of sums)
          expect(minutes).toBeLessThanOrEqual(key.startsWith('week') ? limits.week : limits.day);
      }),
    );
  });
});
