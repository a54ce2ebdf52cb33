import { describe, expect, it } from '@jest/globals';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { SIGNUP_STATUSES } from '@xiaolin/shared-types/signups/schema';
import fc from 'fast-check';
import type { LineState } from './decide-place.js';
import { type ChangingPlace, decideSwap } from './decide-swap.js';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const line = (given: Partial<LineState> = {}): LineState => ({
  capacity: 3,
  taken: 3,
  waiting: 0,
  waitlistLimit: 5,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-11-22T00:00:00.000Z',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  calledOff: false,
  mode: 'first-come',
  nextPosition: 8,
  offerCutoffMinutes: 120,
  offersUntil: null,
  partyLimit: 1,
  movedAt: null,
  leaveUntil: '2026-11-28T06:00:00.000Z',
  ofCourse: false,
  ...given,
});
const place = (given: Partial<ChangingPlace> = {}): ChangingPlace => ({
  given: 'confirmed',
  held: undefined,
  checkedIn: false,
  allowed: true,
  inReturn: false,
  ...given,
});

describe('a place that changes hands', () => {
  it.each([
    ['after sign-up closed, before the start', {}, {}, 'moved'],
    ['of a role without swaps', {}, { allowed: false }, 'swap.off'],
    ['at the start', { startsAt: NOW.toISOString() }, {}, 'swap.begun'],
    ['of a shift that is called off', { calledOff: true }, {}, 'signup.called-off'],
    ['of somebody who is there already', {}, { checkedIn: true }, 'swap.checked-in'],
    ['past those who wait', { waiting: 1 }, {}, 'swap.others-wait'],
    ['in exchange, while others wait', { waiting: 1 }, { inReturn: true }, 'moved'],
    ['to somebody who has one', {}, { held: 'confirmed' }, 'signup.already'],
    ['to somebody who waits for one', {}, { held: 'waitlisted', inReturn: true }, 'signup.already'],
    ['to somebody who gave one up', {}, { held: 'cancelled-late' }, 'moved'],
  ] as const)('%s: %s', (_, of, given, expected) => {
    const decided = decideSwap(line(of), place(given), NOW);
    expect(decided.kind === 'moved' ? 'moved' : decided.code).toBe(expected);
  });

  it.each(SIGNUP_STATUSES.filter((status) => status !== 'confirmed'))('is none when it is %s', (status) => {
    expect(decideSwap(line(), place({ given: status }), NOW)).toMatchObject({ code: 'swap.place-gone' });
  });

  it('takes no seat and frees none, and uses a position once', () => {
    const status = fc.constantFrom<SignupStatus | undefined>(undefined, ...SIGNUP_STATUSES);
    fc.assert(
      fc.property(
        fc.record({ taken: fc.nat(9), waiting: fc.nat(9), nextPosition: fc.integer({ min: 1, max: 99 }) }),
        fc.record({
          given: status,
          held: status,
          checkedIn: fc.boolean(),
          allowed: fc.boolean(),
          inReturn: fc.boolean(),
        }),
        (counters, moving) => {
          const before = line(counters);
          const decided = decideSwap(before, moving, NOW);
          if (decided.kind === 'refused') return;
          expect(decided.line).toEqual({ ...before, nextPosition: before.nextPosition + 1 });
          expect(decided.position).toBe(before.nextPosition);
        },
      ),
    );
  });
});
