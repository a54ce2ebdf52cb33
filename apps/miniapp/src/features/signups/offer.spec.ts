import { describe, expect, it } from '@jest/globals';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { clockLeft, isOffered, keptWords, leftPercent, mostUrgentOffer, untilWords } from './offer';

const now = new Date('2026-11-23T02:22:00.000Z');
const place = (given: Partial<MySignup>): MySignup => ({
  id: 's',
  lineId: 'l',
  kind: 'occurrence',
  status: 'offered',
  seats: 1,
  ahead: null,
  offerUntil: '2026-11-23T04:00:00.000Z',
  decidedAt: '2026-11-23T00:00:00.000Z',
  title: '民族舞展演',
  activityId: 'a',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  dates: null,
  courseSignupId: null,
  placeName: null,
  organizationName: '',
  cover: 'arts',
  guests: [],
  freeExit: false,
  rejection: null,
  calledOff: false,
  ...given,
});

describe('a seat that is kept', () => {
  it.each<[string, Partial<MySignup>, boolean]>([
    ['before its end', {}, true],
    ['at its end', { offerUntil: now.toISOString() }, false],
    ['after the run was called off', { calledOff: true }, false],
    ['for whoever still waits', { status: 'waitlisted', offerUntil: null }, false],
    ['after it was taken', { status: 'confirmed' }, false],
  ])('%s', (_, given, live) => {
    expect(isOffered(place(given), now)).toBe(live);
  });

  it('shows the one that ends first, whichever run comes first', () => {
    const late = place({ id: 'late' });
    const soon = place({ id: 'soon', offerUntil: '2026-11-23T03:00:00.000Z' });
    expect(mostUrgentOffer([late, soon, place({ status: 'confirmed' })], now)?.id).toBe('soon');
    expect(mostUrgentOffer([place({ status: 'waitlisted' })], now)).toBeNull();
  });

  it.each<[Partial<MySignup>, string]>([
    [{}, '给你留了1个名额'],
    [{ seats: 2, guests: [{ name: '小禾', kind: 'child' }] }, '给你和小禾留了2个名额'],
    [
      {
        seats: 3,
        guests: [
          { name: '小禾', kind: 'child' },
          { name: '国荣', kind: 'elder' },
        ],
      },
      '给你们3个人留了3个名额',
    ],
  ])('%j reads %s', (given, words) => {
    expect(keptWords(place(given))).toBe(words);
  });

  it.each([
    ['2026-11-23T04:00:00.000Z', '今天 12:00'],
    ['2026-11-24T01:05:00.000Z', '明天 9:05'],
  ])('%s is %s', (until, words) => {
    expect(untilWords(until, now)).toBe(words);
  });

  it('counts down, and never below nothing', () => {
    expect([clockLeft(5_885_000), clockLeft(59_999), clockLeft(90_000_000), clockLeft(-1)]).toEqual([
      '1:38:05',
      '0:00:59',
      '25:00:00',
      '0:00:00',
    ]);
    const offer = { decidedAt: '2026-11-23T00:00:00.000Z', offerUntil: '2026-11-23T04:00:00.000Z' };
    expect(leftPercent(offer, new Date('2026-11-23T01:00:00.000Z'))).toBe(75);
    expect(leftPercent(offer, new Date('2026-11-23T05:00:00.000Z'))).toBe(0);
    expect(leftPercent({ ...offer, offerUntil: offer.decidedAt }, now)).toBe(0);
  });
});
