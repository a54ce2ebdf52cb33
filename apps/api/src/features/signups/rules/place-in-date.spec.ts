import { describe, expect, it } from '@jest/globals';
import { SIGNUP_STATUSES, type SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { placeInDate } from './place-in-date.js';

const now = new Date('2026-11-23T02:00:00.000Z');
const coming = { startsAt: '2026-11-24T06:00:00.000Z', calledOff: false };
const place = (status: SignupStatus, position = 1, seats = 1) => ({ status, position, seats });

describe('placeInDate', () => {
  it('is confirmed where the course is, and nowhere else', () => {
    const statuses = SIGNUP_STATUSES.filter(
      (status) => placeInDate(place(status), coming, undefined, now) === 'confirmed',
    );
    expect(statuses).toEqual(['confirmed']);
  });

  it.each<[SignupStatus, SignupStatus]>([
    ['cancelled', 'cancelled'],
    ['cancelled-late', 'cancelled-late'],
    ['cancelled-by-organiser', 'cancelled-by-organiser'],
    ['waitlisted', 'cancelled'],
  ])('is given up when the course is %s', (status, expected) => {
    expect(placeInDate(place(status), coming, place('confirmed'), now)).toBe(expected);
  });

  it('is taken again by whoever joins again, and follows a party that grew', () => {
    expect(placeInDate(place('confirmed', 5), coming, place('cancelled', 1), now)).toBe('confirmed');
    expect(placeInDate(place('confirmed', 5, 2), coming, place('confirmed', 1, 1), now)).toBe('confirmed');
    expect(placeInDate(place('confirmed', 5), coming, place('confirmed', 5), now)).toBeUndefined();
  });

  it('leaves what has begun, what was called off and what the door has seen as it is', () => {
    const begun = { startsAt: now.toISOString(), calledOff: false };
    for (const held of [undefined, place('confirmed')])
      for (const status of ['confirmed', 'cancelled'] as const) {
        expect(placeInDate(place(status, 2), begun, held, now)).toBeUndefined();
        expect(placeInDate(place(status, 2), { ...coming, calledOff: true }, held, now)).toBeUndefined();
      }
    for (const seen of ['attended', 'no-show'] as const)
      for (const status of ['confirmed', 'cancelled'] as const)
        expect(placeInDate(place(status, 2), coming, place(seen), now)).toBeUndefined();
  });
});
