import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import { aRun } from '../../../test/activity-builders.js';
import { asDates, planCourse, spanOf } from './plan-course.js';

const course = {
  capacity: 20,
  waitlistLimit: 5,
  opensAt: '2026-11-20T00:00:00.000Z',
  closesAt: '2026-11-28T05:00:00.000Z',
};
const standing = { ...course, terms: DEFAULT_TERMS };

describe('planCourse', () => {
  it('opens, keeps, closes, or has nothing to do', () => {
    expect(planCourse(null, course)).toEqual({ kind: 'open', course });
    expect(planCourse(null, null)).toEqual({ kind: 'none' });
    expect(planCourse(null, undefined)).toEqual({ kind: 'none' });
    expect(planCourse(standing, null)).toEqual({ kind: 'close' });
    expect(planCourse(standing, undefined)).toEqual({ kind: 'keep', change: {} });
  });

  it('names only what differs, terms included', () => {
    expect(planCourse(standing, { ...course, capacity: 12, terms: { partyLimit: 5 } })).toEqual({
      kind: 'keep',
      change: { capacity: 12 },
    });
    expect(planCourse(standing, { ...course, terms: { partyLimit: 2 } })).toEqual({
      kind: 'keep',
      change: { terms: { partyLimit: 2 } },
    });
  });
});

describe('asDates', () => {
  it('takes nothing from a date but its times', () => {
    const kept = { ...aRun({ capacity: 7 }), id: 'a', terms: DEFAULT_TERMS };
    const dates = asDates([{ ...aRun({ capacity: 99 }), id: 'a' }, aRun({ capacity: 98 })], [kept], course);
    expect(dates.map(({ capacity }) => capacity)).toEqual([7, 20]);
    expect(dates[1]).toMatchObject({ startsAt: aRun().startsAt, closesAt: course.closesAt });
  });
});

it('a course lasts from its first start to its last end, or as long as its window while it has no dates', () => {
  const late = aRun({ startsAt: '2026-12-05T06:00:00.000Z', endsAt: '2026-12-05T08:00:00.000Z' });
  expect(spanOf([late, aRun()], course)).toEqual({ startsAt: aRun().startsAt, endsAt: late.endsAt });
  expect(spanOf([], course)).toEqual({ startsAt: course.opensAt, endsAt: course.closesAt });
});
