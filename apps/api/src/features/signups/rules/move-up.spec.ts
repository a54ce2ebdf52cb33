import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LineState } from './decide-place.js';
import { freeSeats, moveUp } from './move-up.js';

const line = (given: Partial<LineState> = {}): LineState => ({
  capacity: 3,
  taken: 1,
  waiting: 3,
  waitlistLimit: 9,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-12-01T05:00:00.000Z',
  startsAt: '2026-12-01T06:00:00.000Z',
  endsAt: '2026-12-01T08:00:00.000Z',
  calledOff: false,
  nextPosition: 9,
  ...given,
});
const during = new Date('2026-11-20T00:00:00.000Z');
const waiting = [1, 2, 3].map((position) => ({
  signupId: `s${position}`,
  personId: `p${position}`,
  position,
}));
const ids = (moved: ReturnType<typeof moveUp>) => moved.promoted.map(({ personId }) => personId);

describe('moveUp', () => {
  it('fills free seats strictly in the order of the line', () => {
    const moved = moveUp(line(), waiting, new Set(), during);
    expect([ids(moved), moved.line.taken, moved.line.waiting]).toEqual([['p1', 'p2'], 3, 1]);
  });

  it('passes over somebody who now has a place elsewhere at that time', () => {
    expect(ids(moveUp(line(), waiting, new Set(['p1']), during))).toEqual(['p2', 'p3']);
  });

  it.each([
    ['a called-off line', { calledOff: true }, during],
    ['a line that has begun', {}, new Date('2026-12-01T06:00:00.000Z')],
    ['a full line', { taken: 3 }, during],
    ['a line over its capacity', { taken: 5 }, during],
  ] as const)('moves nobody up in %s', (_, given, now) => {
    expect(ids(moveUp(line(given), waiting, new Set(), now))).toEqual([]);
  });

  it('keeps taken + waiting the same and never passes the capacity', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (capacity, taken, queue) => {
        const people = Array.from({ length: queue }, (_, at) => ({
          signupId: `s${at}`,
          personId: `p${at}`,
          position: at,
        }));
        const before = line({ capacity, taken, waiting: queue });
        const moved = moveUp(before, people, new Set(), during);
        expect(moved.line.taken + moved.line.waiting).toBe(taken + queue);
        expect(moved.line.taken).toBeLessThanOrEqual(Math.max(capacity, taken));
        expect(freeSeats(moved.line, during)).toBe(0);
      }),
    );
  });
});
