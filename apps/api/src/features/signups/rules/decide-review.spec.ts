import { expect, it } from '@jest/globals';
import { aLineState } from '../../../test/line-state.js';
import type { LineState } from './decide-place.js';
import { decideReview } from './decide-review.js';

const now = new Date('2026-11-20T00:00:00.000Z');
const line = (given: Partial<LineState> = {}) => aLineState({ mode: 'approval', capacity: 3, ...given });
const clash = { title: '太极班', startsAt: '2026-12-01T06:00:00.000Z' };
const pending = { status: 'pending-review', seats: 2 } as const;

it.each<[string, Partial<LineState>, string]>([
  ['seats are free', {}, 'confirmed'],
  ['the party does not fit', { taken: 2 }, 'waitlisted'],
  ['others wait', { waiting: 1, waitlistLimit: 3 }, 'waitlisted'],
  ['the waitlist has no room', { taken: 2, waitlistLimit: 1 }, 'signup.full'],
  ['it is over', { endsAt: now.toISOString() }, 'signup.closed'],
])('approves when %s', (_, given, expected) => {
  const decision = decideReview(line(given), pending, 'approve', undefined, now);
  expect(decision.kind === 'refused' ? decision.code : decision.kind).toBe(expected);
});

it('rejects without touching the counters, a clash or not', () => {
  const before = line({ taken: 3 });
  expect(decideReview(before, pending, 'reject', clash, now)).toEqual({ kind: 'rejected', line: before });
});

it('does not approve into a clash, nor what is decided already', () => {
  expect(decideReview(line(), pending, 'approve', clash, now)).toMatchObject({ code: 'signup.clash' });
  for (const status of ['confirmed', 'rejected', 'cancelled'] as const)
    expect(decideReview(line(), { status, seats: 1 }, 'approve', undefined, now)).toMatchObject({
      code: 'signup.not-pending',
    });
});
