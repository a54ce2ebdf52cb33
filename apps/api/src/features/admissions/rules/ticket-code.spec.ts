import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeOfTicket, readTicket, ticketCode, type TicketPlace } from './ticket-code.js';

// Real: HMAC-SHA256. Not real: the key.
const signWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();
const sign = signWith('ours');
const forger = signWith('theirs');

const ids = fc.stringMatching(/^[A-Za-z0-9-]{1,36}$/);
const places = fc.record({ signupId: ids, lineId: ids });
const MANY = { numRuns: 2_000 };

const held = (text: string, candidates: readonly TicketPlace[]) => {
  const read = readTicket(text);
  return read === null ? undefined : placeOfTicket(sign, read, candidates);
};

describe('a ticket', () => {
  it('leads to its place, scanned or typed, however it is spaced or written', () => {
    fc.assert(
      fc.property(places, places, (place, other) => {
        fc.pre(place.signupId !== other.signupId);
        const { code, typed } = ticketCode(sign, place);
        expect(held(code, [other, place])).toBe(place);
        expect(held(` ${code}\n`, [place])).toBe(place);
        expect(held(typed.toLowerCase().replace(/(....)/, '$1-'), [other, place])).toBe(place);
      }),
    );
  });

  it('is the same every time, so that a screenshot stays good', () => {
    fc.assert(
      fc.property(places, (place) => expect(ticketCode(sign, place)).toEqual(ticketCode(sign, place))),
    );
  });

  it('is worth nothing when signed by somebody else: 2,000 tickets', () => {
    fc.assert(
      fc.property(places, (place) => {
        const forged = ticketCode(forger, place);
        expect(held(forged.code, [place])).toBeUndefined();
        expect(held(forged.typed, [place])).toBeUndefined();
      }),
      MANY,
    );
  });

  it('is worth nothing for another place or another occurrence: 2,000 tickets', () => {
    fc.assert(
      fc.property(places, places, (mine, other) => {
        fc.pre(mine.signupId !== other.signupId && mine.lineId !== other.lineId);
        const { code, typed } = ticketCode(sign, mine);
        // The number of somebody else's place under my signature.
        expect(held(code.replace(`T1.${mine.signupId}.`, `T1.${other.signupId}.`), [other])).toBeUndefined();
        // My place, had it been in the other occurrence.
        const moved = { signupId: mine.signupId, lineId: other.lineId };
        expect(held(code, [moved])).toBeUndefined();
        expect(held(typed, [moved, other])).toBeUndefined();
      }),
      MANY,
    );
  });

  it('is worth nothing when any character was changed: 2,000 tries', () => {
    const place = { signupId: 'signup-1', lineId: 'line-1' };
    const { code } = ticketCode(sign, place);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...'abXY019-_.T'), (at, character) => {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        fc.pre(changed !== code);
        expect(held(changed, [place])).toBeUndefined();
      }),
      MANY,
    );
  });

  it('is not read out of anything else', () => {
    for (const text of [
      '',
      'T1.',
      'https://example.org/',
      'T2.a.aaaaaaaaaaaaaaaaaaaaaa',
      '1234567',
      'UUUUUUUU',
    ])
      expect(readTicket(text)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readTicket(text);
        if (read !== null)
          expect(placeOfTicket(sign, read, [{ signupId: 'a', lineId: 'b' }])).toBeUndefined();
      }),
      MANY,
    );
  });
});
