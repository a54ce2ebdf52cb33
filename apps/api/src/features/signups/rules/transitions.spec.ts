import { describe, expect, it } from '@jest/globals';
import { SIGNUP_STATUSES } from '@xiaolin/shared-types/signups/schema';
import { isLive, mayBecome } from './transitions.js';

describe('signup transitions', () => {
  it('lets nobody out of what the organiser called off', () => {
    expect(SIGNUP_STATUSES.filter((to) => mayBecome('cancelled-by-organiser', to))).toEqual([]);
  });

  it('puts a seat back in the line, for an organiser who takes seats away, and nowhere further', () => {
    expect(mayBecome('confirmed', 'waitlisted')).toBe(true);
    expect(mayBecome('attended', 'waitlisted')).toBe(false);
    expect(mayBecome('confirmed', 'offered')).toBe(false);
  });

  it('lets nobody who came cancel or wait, and takes an admission or an absence back to confirmed only', () => {
    expect(SIGNUP_STATUSES.filter((to) => mayBecome('attended', to))).toEqual(['confirmed']);
    expect(SIGNUP_STATUSES.filter((to) => mayBecome('no-show', to))).toEqual(['confirmed']);
  });

  it('counts four states as live', () => {
    expect(SIGNUP_STATUSES.filter(isLive)).toEqual([
      'confirmed',
      'waitlisted',
      'offered',
      'pending-review',
      'in-draw',
    ]);
  });
});
