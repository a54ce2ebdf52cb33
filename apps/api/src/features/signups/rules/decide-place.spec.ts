import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLineState as line } from '../../../test/line-state.js';
import { decideCancel, decidePlace, type LineState } from './decide-place.js';

const newcomer = { held: undefined, clash: undefined, seats: 1 };
const during = new Date('2026-11-20T00:00:00.000Z');
const outcome = (
  given: Partial<LineState>,
  now = during,
  applicant: Parameters<typeof decidePlace>[1] = newcomer,
) => {
  const decision = decidePlace(line(given), applicant, now);
  return decision.kind === 'refused' ? decision.code : decision.kind;
};

describe('decidePlace', () => {
  it.each<[string, Partial<LineState>, Date, string]>([
    ['a free seat', {}, during, 'confirmed'],
    ['the last seat', { taken: 1 }, during, 'confirmed'],
    ['no seat left', { taken: 2 }, during, 'waitlisted'],
    ['a free seat that those who wait will get', { taken: 1, waiting: 1 }, during, 'waitlisted'],
    ['a full waitlist', { taken: 2, waiting: 2 }, during, 'signup.full'],
    ['no waitlist at all', { taken: 2, waitlistLimit: 0 }, during, 'signup.full'],
    ['a moment before opening', {}, new Date('2026-10-31T23:59:59.999Z'), 'signup.not-open-yet'],
    ['the moment of opening', {}, new Date('2026-11-01T00:00:00.000Z'), 'confirmed'],
    ['a moment before closing', {}, new Date('2026-12-01T04:59:59.999Z'), 'confirmed'],
    ['the moment of closing', {}, new Date('2026-12-01T05:00:00.000Z'), 'signup.closed'],
    ['while it runs', {}, new Date('2026-12-01T07:00:00.000Z'), 'signup.closed'],
    ['when it is over', {}, new Date('2026-12-01T08:00:00.000Z'), 'signup.closed'],
    ['called off', { calledOff: true }, during, 'signup.called-off'],
  ])('%s', (_, given, now, expected) => {
    expect(outcome(given, now)).toBe(expected);
  });

  it.each<[string, Partial<LineState>, number, string]>([
    ['a party that fits', { capacity: 3 }, 3, 'confirmed'],
    ['a party larger than what is left', { capacity: 3, taken: 1 }, 3, 'signup.full'],
    ['a party that the waitlist has room for', { capacity: 3, taken: 1, waitlistLimit: 3 }, 3, 'waitlisted'],
    ['a party while others wait', { capacity: 9, waiting: 1, waitlistLimit: 9 }, 2, 'waitlisted'],
  ])('all or nothing: %s', (_, given, seats, expected) => {
    const decision = decidePlace(line(given), { held: undefined, clash: undefined, seats }, during);
    expect(decision.kind === 'refused' ? decision.code : decision.kind).toBe(expected);
    if (decision.kind === 'refused') return;
    const { taken = 0, waiting = 0 } = given;
    expect(decision.line.taken + decision.line.waiting).toBe(taken + waiting + seats);
  });

  it('takes an application in whatever state the seats are, and counts nothing', () => {
    const before = line({ mode: 'approval', taken: 2, waiting: 2 });
    expect(decidePlace(before, newcomer, during)).toEqual({
      kind: 'pending-review',
      position: 1,
      line: { ...before, nextPosition: 2 },
    });
  });

  it('names the other place of a clash', () => {
    const clash = { title: '太极班', startsAt: '2026-12-01T06:30:00.000Z' };
    expect(decidePlace(line(), { held: undefined, clash, seats: 1 }, during)).toEqual({
      kind: 'refused',
      code: 'signup.clash',
      facts: clash,
    });
  });

  it.each(['confirmed', 'waitlisted', 'offered'] as const)('refuses somebody who is %s already', (held) => {
    expect(outcome({}, during, { held, clash: undefined, seats: 1 })).toBe('signup.already');
  });

  it.each(['cancelled', 'cancelled-late', 'declined', 'lapsed'] as const)(
    'lets somebody who %s join again at the tail',
    (held) => {
      const decision = decidePlace(line({ nextPosition: 9 }), { held, clash: undefined, seats: 1 }, during);
      expect(decision.kind === 'refused' ? null : decision.position).toBe(9);
    },
  );

  it('never takes more than the capacity, never lets more wait than may, and numbers without gaps', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(60), (capacity, waitlistLimit, people) => {
        let state = line({ capacity, waitlistLimit });
        const positions: number[] = [];
        for (let person = 0; person < people; person += 1) {
          const decision = decidePlace(state, newcomer, during);
          if (decision.kind === 'refused') continue;
          positions.push(decision.position);
          state = decision.line;
        }
        expect(state.taken).toBe(Math.min(capacity, people));
        expect(state.waiting).toBe(Math.min(waitlistLimit, Math.max(0, people - capacity)));
        expect(positions).toEqual(positions.map((_, index) => index + 1));
      }),
    );
  });
});

const BEFORE = '2026-11-10T00:00:00.000Z';

describe('decideCancel', () => {
  it.each([
    ['moved after it was confirmed', '2026-11-20T00:00:00.000Z', '2026-12-01T05:30:00.000Z', 'cancelled'],
    [
      'moved before it was confirmed',
      '2026-11-01T00:00:00.000Z',
      '2026-12-01T05:30:00.000Z',
      'cancelled-late',
    ],
    [
      'moved, but it has begun',
      '2026-11-20T00:00:00.000Z',
      '2026-12-01T06:00:00.000Z',
      'signup.not-cancellable',
    ],
  ])('a free exit: %s', (_, movedAt, now, expected) => {
    const held = { status: 'confirmed' as const, seats: 1, decidedAt: BEFORE };
    const decision = decideCancel(line({ taken: 1, movedAt }), held, new Date(now));
    expect(decision.kind === 'refused' ? decision.code : decision.status).toBe(expected);
  });

  it.each([
    ['before sign-up closes', 'confirmed', '2026-12-01T04:59:59.999Z', 'cancelled'],
    ['after sign-up closed', 'confirmed', '2026-12-01T05:00:00.000Z', 'cancelled-late'],
    ['of an application, late', 'pending-review', '2026-12-01T05:30:00.000Z', 'cancelled'],
    ['of an offer, late', 'offered', '2026-12-01T05:30:00.000Z', 'cancelled'],
    ['out of the waitlist, late', 'waitlisted', '2026-12-01T05:30:00.000Z', 'cancelled'],
    ['once it has begun', 'confirmed', '2026-12-01T06:00:00.000Z', 'signup.not-cancellable'],
    ['twice', 'cancelled', '2026-11-20T00:00:00.000Z', 'signup.not-cancellable'],
    [
      'after the organiser did',
      'cancelled-by-organiser',
      '2026-11-20T00:00:00.000Z',
      'signup.not-cancellable',
    ],
  ] as const)('%s', (_, status, now, expected) => {
    const decision = decideCancel(
      line({ taken: 1, waiting: 1 }),
      { status, seats: 1, decidedAt: BEFORE },
      new Date(now),
    );
    expect(decision.kind === 'refused' ? decision.code : decision.status).toBe(expected);
  });

  it('frees the seats of a party that is confirmed or offered, and the places of one that waits', () => {
    const freed = (status: 'confirmed' | 'waitlisted' | 'offered') => {
      const decision = decideCancel(
        line({ taken: 3, waiting: 3 }),
        { status, seats: 2, decidedAt: BEFORE },
        during,
      );
      return decision.kind === 'refused' ? null : [decision.line.taken, decision.line.waiting];
    };
    expect([freed('confirmed'), freed('waitlisted'), freed('offered')]).toEqual([
      [1, 3],
      [3, 1],
      [1, 3],
    ]);
  });
});
