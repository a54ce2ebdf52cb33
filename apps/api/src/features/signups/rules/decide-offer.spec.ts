import { describe, expect, it } from '@jest/globals';
import { aLineState } from '../../../test/line-state.js';
import { decideAccept, decideDecline, type Offer } from './decide-offer.js';

const line = aLineState({ capacity: 3, taken: 3 });
const now = new Date('2026-11-20T00:00:00.000Z');
const offer = (given: Partial<Offer> = {}): Offer => ({
  status: 'offered',
  seats: 2,
  offerUntil: '2026-11-20T00:00:00.001Z',
  ...given,
});

describe('answering an offer', () => {
  it.each<[string, Partial<Offer>, string]>([
    ['in its last millisecond', {}, 'confirmed'],
    ['at its end', { offerUntil: now.toISOString() }, 'signup.offer-lapsed'],
    ['after it lapsed', { status: 'lapsed', offerUntil: null }, 'signup.offer-lapsed'],
    ['from the waitlist', { status: 'waitlisted', offerUntil: null }, 'signup.no-offer'],
    ['twice', { status: 'confirmed', offerUntil: null }, 'signup.no-offer'],
    ['after declining', { status: 'declined', offerUntil: null }, 'signup.no-offer'],
  ])('%s', (_, given, expected) => {
    const accept = decideAccept(line, offer(given), undefined, now);
    expect(accept.kind === 'refused' ? accept.code : accept.kind).toBe(expected);
    const decline = decideDecline(line, offer(given), now);
    expect(decline.kind === 'refused' ? decline.code : decline.kind).toBe(
      expected === 'confirmed' ? 'declined' : expected,
    );
  });

  it('keeps the seats of who accepts, and frees those of who declines', () => {
    expect(decideAccept(line, offer(), undefined, now)).toEqual({ kind: 'confirmed', line });
    expect(decideDecline(line, offer(), now)).toEqual({ kind: 'declined', line: { ...line, taken: 1 } });
  });

  it('refuses to accept into a clash, and lets that be declined', () => {
    const clash = { title: '太极班', startsAt: '2026-12-01T06:00:00.000Z' };
    expect(decideAccept(line, offer(), clash, now)).toMatchObject({ code: 'signup.clash', facts: clash });
  });
});
