import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLineState } from '../../../test/line-state.js';
import type { LineState } from './decide-place.js';
import { freeSeats, offerCutoff, offerSeats, offerUntil, seatsToPromote } from './offer-seats.js';

const line = (given: Partial<LineState> = {}) => aLineState({ capacity: 3, taken: 1, waiting: 3, ...given });
const during = new Date('2026-11-20T00:00:00.000Z');
const waiting = [1, 2, 3].map((position) => ({
  signupId: `s${position}`,
  personId: `p${position}`,
  position,
  seats: 1,
}));
const ids = (made: ReturnType<typeof offerSeats>) => made.offered.map(({ personId }) => personId);

describe('offerUntil', () => {
  it.each([
    ['days ahead', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['two days ahead of the cut-off', '2026-11-29T04:00:00.000Z', '2026-11-29T16:00:00.000Z'],
    ['four hours ahead', '2026-12-01T00:00:00.000Z', '2026-12-01T01:00:00.000Z'],
    ['an hour ahead', '2026-12-01T03:00:00.000Z', '2026-12-01T03:30:00.000Z'],
    ['ten minutes ahead', '2026-12-01T03:50:00.000Z', '2026-12-01T04:00:00.000Z'],
    ['at the cut-off', '2026-12-01T04:00:00.000Z', null],
    ['after the start', '2026-12-01T07:00:00.000Z', null],
  ])('%s', (_, now, until) => {
    expect(offerUntil(line(), new Date(now))).toBe(until);
  });

  it('never gets longer as the start comes near, and never passes the cut-off', () => {
    const length = (now: number) => {
      const until = offerUntil(line(), new Date(now));
      return until === null ? 0 : Date.parse(until) - now;
    };
    const cutoff = offerCutoff(line());
    const before = fc.integer({ min: 0, max: 20 * 86_400_000 });
    fc.assert(
      fc.property(before, before, (one, other) => {
        const [early, late] = [cutoff - Math.max(one, other), cutoff - Math.min(one, other)];
        expect(length(early)).toBeGreaterThanOrEqual(length(late));
        expect(early + length(early)).toBeLessThanOrEqual(cutoff);
      }),
    );
  });
});

describe('offerSeats', () => {
  it('offers free seats strictly in the order of the line', () => {
    const made = offerSeats(line(), waiting, new Set(), during);
    expect([ids(made), made.line.taken, made.line.waiting]).toEqual([['p1', 'p2'], 3, 1]);
    expect([made.until, made.line.offersUntil]).toEqual([made.until, '2026-11-21T00:00:00.000Z']);
  });

  it('passes over somebody who now has a place elsewhere at that time', () => {
    expect(ids(offerSeats(line(), waiting, new Set(['p1']), during))).toEqual(['p2', 'p3']);
  });

  it('passes over a party that does not fit, which keeps its place', () => {
    const parties = waiting.map((party, at) => ({ ...party, seats: [3, 1, 1][at] ?? 1 }));
    const made = offerSeats(line({ waiting: 5 }), parties, new Set(), during);
    expect([ids(made), made.line.taken, made.line.waiting]).toEqual([['p2', 'p3'], 3, 3]);
    const freed = offerSeats({ ...made.line, taken: 0 }, parties.slice(0, 1), new Set(), during);
    expect([ids(freed), freed.line.taken, freed.line.waiting]).toEqual([['p1'], 3, 0]);
  });

  it.each([
    ['a called-off line', { calledOff: true }, during],
    ['a line past its cut-off', {}, new Date('2026-12-01T04:00:00.000Z')],
    ['a full line', { taken: 3 }, during],
    ['a line over its capacity', { taken: 5 }, during],
  ] as const)('offers nothing in %s', (_, given, now) => {
    expect(ids(offerSeats(line(given), waiting, new Set(), now))).toEqual([]);
  });

  it('keeps taken + waiting the same, never passes the capacity, and leaves no seat that somebody fits', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(30),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }),
        (capacity, taken, queue) => {
          const parties = queue.map((seats, at) => ({
            signupId: `s${at}`,
            personId: `p${at}`,
            position: at,
            seats,
          }));
          const total = queue.reduce((sum, seats) => sum + seats, 0);
          const made = offerSeats(line({ capacity, taken, waiting: total }), parties, new Set(), during);
          expect(made.line.taken + made.line.waiting).toBe(taken + total);
          expect(made.line.taken).toBeLessThanOrEqual(Math.max(capacity, taken));
          const left = freeSeats(made.line, during);
          const passed = parties.filter((party) => !made.offered.includes(party));
          expect(passed.filter(({ seats }) => seats <= left)).toEqual([]);
        },
      ),
    );
  });
});

describe('seatsToPromote', () => {
  const none = new Set<string>();
  const full = line({ capacity: 3, taken: 3 });
  const promote = (given: LineState, parties: number, clashing = none, now = during) =>
    seatsToPromote(given, waiting, clashing, parties, now);

  it('adds what the first in line lack, and nothing where enough is free', () => {
    expect(promote(full, 2)).toEqual({ kind: 'seats', capacity: 5 });
    expect(promote(line({ capacity: 3, taken: 1 }), 2)).toEqual({ kind: 'seats', capacity: 3 });
  });

  it('then offers to exactly those: by hand and by itself are one way', () => {
    const decision = promote(full, 2, new Set(['p1']));
    if (decision.kind === 'refused') throw new Error(decision.code);
    const made = offerSeats({ ...full, capacity: decision.capacity }, waiting, new Set(['p1']), during);
    expect(ids(made)).toEqual(['p2', 'p3']);
  });

  it('asks nobody from the cut-off on, and says so; nor where nobody could come', () => {
    const cutoff = new Date(offerCutoff(full));
    expect(promote(full, 1, none, cutoff)).toMatchObject({ code: 'signup.offers-over' });
    expect(promote(full, 1, new Set(['p1', 'p2', 'p3']))).toMatchObject({ code: 'signup.nobody-waits' });
  });
});
