import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCode } from './code-text.js';
import { checkSiteCode, siteCode, STEP_MS } from './site-code.js';
import { checkVolunteerCode, VOLUNTEER_CODE_MS, volunteerCode } from './volunteer-code.js';

// Real: HMAC-SHA256. Not real: the key.
const signWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();
const sign = signWith('ours');
const forger = signWith('theirs');

const NOW = Date.parse('2026-11-28T06:00:05.000Z');
const shiftIds = fc.stringMatching(/^[A-Za-z0-9-]{1,36}$/);
const nonces = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);
const directions = fc.constantFrom('in' as const, 'out' as const);
const moments = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2100-01-01') });
const steps = fc.integer({ min: 2, max: 100_000 });
const MANY = { numRuns: 2_000 };

const site = (text: string, now: number, shiftId?: string) =>
  checkSiteCode(sign, readCode(text), shiftId, now);
const volunteer = (text: string, now: number, expected: readonly string[] = []) =>
  checkVolunteerCode(sign, readCode(text), expected, now);

describe("the site's code", () => {
  it('is accepted for one step before and after its own, scanned, inside an address, or typed', () => {
    fc.assert(
      fc.property(
        shiftIds,
        directions,
        moments,
        fc.constantFrom(-1, 0, 1),
        (shiftId, direction, now, late) => {
          const shown = siteCode(sign, shiftId, direction, now);
          const then = now + late * STEP_MS;
          const accepted = { accepted: true, shiftId, direction };
          expect(site(shown.code, then)).toEqual(accepted);
          expect(
            site(`https://example.org/#/pkg-volunteer/scan/index?c=${shown.code}`, then, shiftId),
          ).toEqual(accepted);
          expect(site(shown.typed.toLowerCase().replace(/(....)/, '$1 '), then, shiftId)).toEqual(accepted);
          expect(shown.validUntil).toBeGreaterThan(now);
        },
      ),
    );
  });

  it('is refused when forged: 2,000 codes signed with another key', () => {
    fc.assert(
      fc.property(shiftIds, directions, moments, (shiftId, direction, now) => {
        const forged = siteCode(forger, shiftId, direction, now);
        expect(site(forged.code, now)).toEqual({ accepted: false, code: 'attendance.code-invalid' });
        expect(site(forged.typed, now, shiftId)).toEqual({
          accepted: false,
          code: 'attendance.code-invalid',
        });
      }),
      MANY,
    );
  });

  it('is refused when any character was changed: 2,000 tries', () => {
    const { code } = siteCode(sign, 'shift-1', 'in', NOW);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom(...'abXY019-_.io'), (place, character) => {
        const changed = code.slice(0, place) + character + code.slice(place + 1);
        fc.pre(changed !== code);
        const verdict = site(changed, NOW);
        // The last character holds four bits that mean nothing: another spelling is not the code that was shown either.
        expect(verdict).toEqual({ accepted: false, code: 'attendance.code-invalid' });
      }),
      MANY,
    );
  });

  it('is refused when stale or from the future: 2,000 tries', () => {
    fc.assert(
      fc.property(
        shiftIds,
        directions,
        moments,
        steps,
        fc.boolean(),
        (shiftId, direction, now, away, past) => {
          const { code, typed } = siteCode(sign, shiftId, direction, now);
          const then = now + (past ? 1 : -1) * away * STEP_MS;
          expect(site(code, then)).toEqual({ accepted: false, code: 'attendance.code-expired' });
          expect(site(typed, then, shiftId).accepted).toBe(false);
        },
      ),
      MANY,
    );
  });

  it('is refused for another shift: 2,000 tries', () => {
    fc.assert(
      fc.property(shiftIds, shiftIds, directions, moments, (shown, meant, direction, now) => {
        fc.pre(shown !== meant);
        const { code, typed } = siteCode(sign, shown, direction, now);
        expect(site(code, now, meant)).toEqual({ accepted: false, code: 'attendance.code-other-shift' });
        expect(site(typed, now, meant)).toEqual({ accepted: false, code: 'attendance.code-invalid' });
      }),
      MANY,
    );
  });

  it('calls a typed code of a minute ago expired, not invalid', () => {
    const { typed } = siteCode(sign, 'shift-1', 'in', NOW);
    expect(site(typed, NOW + 60_000, 'shift-1')).toEqual({
      accepted: false,
      code: 'attendance.code-expired',
    });
  });

  it('says nothing for the other way', () => {
    const { code, typed } = siteCode(sign, 'shift-1', 'in', NOW);
    expect(site(code.replace('.i.', '.o.'), NOW).accepted).toBe(false);
    expect(typed).not.toBe(siteCode(sign, 'shift-1', 'out', NOW).typed);
  });
});

describe("the volunteer's code", () => {
  it('names its owner for one minute', () => {
    fc.assert(
      fc.property(
        shiftIds,
        nonces,
        moments,
        fc.integer({ min: 0, max: VOLUNTEER_CODE_MS - 1 }),
        (personId, nonce, now, late) => {
          const shown = volunteerCode(sign, personId, nonce, now);
          expect(volunteer(shown.code, now + late)).toEqual({ accepted: true, personId, nonce });
          expect(volunteer(shown.typed, now + late, ['someone', personId])).toMatchObject({
            accepted: true,
            personId,
          });
        },
      ),
    );
  });

  it('is refused when forged, stale, or not on the roster: 2,000 tries', () => {
    fc.assert(
      fc.property(
        shiftIds,
        nonces,
        moments,
        fc.integer({ min: 2, max: 10_000 }),
        (personId, nonce, now, minutes) => {
          const forged = volunteerCode(forger, personId, nonce, now);
          expect(volunteer(forged.code, now).accepted).toBe(false);
          expect(volunteer(forged.typed, now, [personId]).accepted).toBe(false);
          const shown = volunteerCode(sign, personId, nonce, now);
          expect(volunteer(shown.code, now + VOLUNTEER_CODE_MS)).toEqual({
            accepted: false,
            code: 'attendance.code-expired',
          });
          expect(volunteer(shown.typed, now + minutes * VOLUNTEER_CODE_MS, [personId]).accepted).toBe(false);
          expect(volunteer(shown.typed, now, []).accepted).toBe(false);
          const changed = volunteerCode(sign, personId, nonce, now).code.replace(
            nonce,
            [...nonce].reverse().join(''),
          );
          fc.pre(changed !== shown.code);
          expect(volunteer(changed, now).accepted).toBe(false);
        },
      ),
      MANY,
    );
  });

  it('typed, is used up under one name that fits the column, and never under that of a scanned code', () => {
    const nonceOf = (personId: string, now: number) => {
      const verdict = volunteer(volunteerCode(sign, personId, 'abcdefghijklmnop', now).typed, now, [
        'p1',
        'p2',
      ]);
      return verdict.accepted ? verdict.nonce : null;
    };
    expect(nonceOf('p1', NOW)).toBe(nonceOf('p1', NOW + 1_000));
    expect(nonceOf('p1', NOW)).not.toBe(nonceOf('p2', NOW));
    expect(nonceOf('p1', NOW)).not.toBe(nonceOf('p1', NOW + VOLUNTEER_CODE_MS));
    expect(nonceOf('p1', NOW)).toMatch(/^t:.{20}:[0-9a-z]{1,8}$/);
  });
});

describe('readCode', () => {
  it.each([
    '',
    'S1',
    'S1.a.x.1.AAAAAAAAAAAAAAAAAAAAAA',
    'V1.p.short.1.AAAAAAAAAAAAAAAAAAAAAA',
    'https://example.org/',
    'ABC',
    'UUUUUUUU',
  ])('is null for %j', (text) => {
    expect(readCode(text)).toBeNull();
  });

  it('reads what looks alike as one', () => {
    expect(readCode(' oil0-1abc ')).toEqual({ kind: 'typed', text: '01101ABC' });
  });

  it('never throws, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(volunteer(text, NOW).accepted).toBe(false);
        expect(site(text, NOW).accepted).toBe(false);
      }),
    );
  });
});
