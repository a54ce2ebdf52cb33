import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  PASS_PURPOSE,
  PASS_STEP_MS,
  passCode,
  passStatement,
  passStepAt,
  passTyped,
} from '@xiaolin/shared-types/attendance/pass-code';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import fc from 'fast-check';
import { checkPassCode, checkTypedPass, type Passes } from './check-pass.js';
import { readCode } from './code-text.js';

// Real: Ed25519, SHA-512. Not real: how a pass is derived; two shifts with two volunteers each.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const keyOf = (text: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, createHash('sha256').update(text).digest()]),
    format: 'der',
    type: 'pkcs8',
  });
const keys = new Map<string, KeyObject>();
const passKey = (shiftId: string, personId: string): KeyObject => {
  const name = `${shiftId}/${personId}`;
  const key = keys.get(name) ?? keyOf(name);
  keys.set(name, key);
  return key;
};
const passId = (shiftId: string, personId: string) =>
  createHash('sha256').update(`${shiftId}:${personId}`).digest('base64url').slice(0, 12);
const sha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest();
const typedKey = (shiftId: string, personId: string) =>
  createHash('sha256').update(`typed ${shiftId}/${personId}`).digest();
const passes: Passes = {
  passId,
  ownerOf: (shiftId, id, expected) => expected.find((each) => passId(shiftId, each) === id),
  isSignedBy: (shiftId, personId, { passId: id, step, signature }) =>
    verify(
      null,
      signedMessage(PASS_PURPOSE, passStatement(id, step)),
      createPublicKey(passKey(shiftId, personId)),
      Buffer.from(signature, 'base64url'),
    ),
  typed: (shiftId, personId, step) => passTyped(typedKey(shiftId, personId), step, sha512),
};
const made = (shiftId: string, personId: string, now: number, key = passKey(shiftId, personId)) => {
  const id = passId(shiftId, personId);
  const step = passStepAt(now);
  const signature = sign(null, signedMessage(PASS_PURPOSE, passStatement(id, step)), key);
  return passCode({ passId: id, step, signature: signature.toString('base64url') });
};
const check = (text: string, now: number, shiftId = 's1', expected = ['p1', 'p2']) => {
  const read = readCode(text);
  return read?.kind === 'pass'
    ? checkPassCode(passes, read, shiftId, expected, now)
    : ({ accepted: false, code: 'attendance.code-invalid' } as const);
};

const moments = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2100-01-01') });
const forger = keyOf('theirs');
/** Together with the site's and the server's own codes well over ten thousand tries (codes.spec.ts). */
const MANY = { numRuns: 1_000 };
const INVALID = { accepted: false, code: 'attendance.code-invalid' };
const EXPIRED = { accepted: false, code: 'attendance.code-expired' };

describe("a code of a volunteer's pass", () => {
  it('names its volunteer for one minute, a minute early or late', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(-1, 0, 1), (now, off) => {
        expect(check(made('s1', 'p2', now), now + off * PASS_STEP_MS)).toMatchObject({
          accepted: true,
          personId: 'p2',
        });
      }),
      { numRuns: 100 },
    );
  });

  it('fits a QR code that any camera reads: 110 characters', () => {
    expect(made('s1', 'p1', Date.now()).length).toBeLessThanOrEqual(112);
  });

  it('is refused when forged: 1,000 signed with another key', () => {
    fc.assert(
      fc.property(moments, (now) => {
        expect(check(made('s1', 'p1', now, forger), now)).toEqual(INVALID);
      }),
      MANY,
    );
  });

  it('is refused when stale or from the future: 1,000 tries', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 2, max: 100_000 }), fc.boolean(), (now, steps, past) => {
        const then = now + (past ? 1 : -1) * steps * PASS_STEP_MS;
        expect(check(made('s1', 'p1', now), then)).toEqual(EXPIRED);
      }),
      MANY,
    );
  });

  it('is refused at another shift, for somebody without a place, and under another name: 1,000 tries', () => {
    fc.assert(
      fc.property(moments, (now) => {
        expect(check(made('s1', 'p1', now), now, 's2')).toEqual(INVALID);
        expect(check(made('s1', 'p1', now), now, 's1', ['p2'])).toEqual(INVALID);
        const renamed = made('s1', 'p1', now).replace(passId('s1', 'p1'), passId('s1', 'p2'));
        expect(check(renamed, now)).toEqual(INVALID);
      }),
      MANY,
    );
  });

  it('is refused when any character was changed: 1,000 tries', () => {
    const now = Date.parse('2026-11-28T06:00:05.000Z');
    const code = made('s1', 'p1', now);
    fc.assert(
      fc.property(fc.nat(code.length - 2), fc.constantFrom(...'abXY019-_.io'), (place, character) => {
        const changed = code.slice(0, place) + character + code.slice(place + 1);
        fc.pre(changed !== code);
        expect(check(changed, now).accepted).toBe(false);
      }),
      MANY,
    );
  });

  it('typed, is known to the server for the same minutes and to nobody else; used up under the same name', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(-1, 0, 1), (now, off) => {
        const typed = passes.typed('s1', 'p1', passStepAt(now));
        const verdict = checkTypedPass(passes, typed, 's1', ['p2', 'p1'], now + off * PASS_STEP_MS);
        const scanned = check(made('s1', 'p1', now), now);
        expect(verdict).toEqual(scanned);
        expect(checkTypedPass(passes, typed, 's1', ['p1'], now + 3 * PASS_STEP_MS)).toEqual(INVALID);
        expect(checkTypedPass(passes, typed, 's2', ['p1', 'p2'], now)).toEqual(INVALID);
      }),
      { numRuns: 200 },
    );
  });
});
