import { describe, expect, it } from '@jest/globals';
import { mayCancel, mayEdit, toldOnCancel } from './model';

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
