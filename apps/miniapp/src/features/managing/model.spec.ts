import { describe, expect, it } from '@jest/globals';
import { mayCancel, mayEdit, satisfactionOf, toldOnCancel } from './model';

const line = (taken: number, waiting: number) => ({
  capacity: 10,
  taken,
  waiting,
  waitlistLimit: 5,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
  startsAt: '2026-12-01T00:00:00.000Z',
  endsAt: '2026-12-01T02:00:00.000Z',
  calledOff: false,
  mode: 'first-come' as const,
});

describe('running an activity', () => {
  it('tells everybody who holds a place or waits for one, at runs and shifts alike', () => {
    const activity = { draft: { occurrences: [{ line: line(40, 3) }, { line: line(0, 0) }] } };
    const shift = { line: line(5, 1) } as never;
    expect(toldOnCancel(activity, [{ shifts: [shift] }])).toBe(49);
    expect(toldOnCancel({ draft: { occurrences: [] } }, [])).toBe(0);
  });

  it.each([
    ['draft', true, true],
    ['published', true, true],
    ['submitted', true, false],
    ['ended', false, false],
    ['cancelled', false, false],
  ] as const)('%s may be cancelled: %s, edited: %s', (status, cancel, edit) => {
    expect([mayCancel(status), mayEdit(status)]).toEqual([cancel, edit]);
  });
});

describe('how content people were', () => {
  const scores = [0, 0, 1, 2, 5];
  it.each([
    [{ attended: 0, answered: 0, satisfied: 0, average: null }, '还没有人到场，没有评价', null],
    [{ attended: 12, answered: 0, satisfied: 0, average: null }, '还没有人评价', '12份报名到了场'],
    [
      { attended: 12, answered: 8, satisfied: 7, average: 4.5 },
      '8份评价里，7份满意',
      '平均4.5分，满分5分，到场12份报名，8份写了评价',
    ],
  ])('%j', (figures, headline, more) => {
    expect(satisfactionOf({ ...figures, scores })).toEqual({ headline, more });
  });
});
