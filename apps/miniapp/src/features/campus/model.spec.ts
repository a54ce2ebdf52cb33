import { describe, expect, it } from '@jest/globals';
import { classOf, daysOf, nameOf, tickedAtFirst } from './model';

const student = (personId: string, numberNamedTwice: boolean) => ({
  personId,
  numberNamedTwice,
  displayName: '小杨',
  realName: '杨思远',
  universityName: '',
  schoolName: null,
  studentNumber: '',
  className: null,
  entryYear: null,
  state: 'waiting' as const,
  reason: null,
  submittedAt: null,
});

describe("the coordinator's lists", () => {
  it('ticks nobody whose number somebody else has named, too', () => {
    expect(tickedAtFirst([student('a', false), student('b', true)])).toEqual(['a']);
  });

  it('names students by what is verified', () => {
    expect(nameOf(student('a', false))).toBe('杨思远');
    expect(nameOf({ ...student('a', false), realName: null })).toBe('小杨');
  });

  it.each([
    ['year', {}],
    ['month', { from: '2026-10-27', to: '2026-11-25' }],
    ['term', { from: '2026-05-30', to: '2026-11-25' }],
  ] as const)('asks for %s by days', (period, days) => {
    expect(daysOf(period, new Date('2026-11-25T02:00:00.000Z'))).toEqual(days);
  });

  it('names a class by year and name', () => {
    expect(classOf({ entryYear: 2025, className: '舞蹈学1班' })).toBe('2025级 舞蹈学1班');
    expect(classOf({ entryYear: null, className: null })).toBe('没写班级');
  });
});
