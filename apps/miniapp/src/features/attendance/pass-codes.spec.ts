import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  PASS_PURPOSE,
  passStatement,
  passStepAt,
  readPassCode,
} from '@xiaolin/shared-types/attendance/pass-code';
import type { ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import { ofBase64Url, toBase64Url } from '@xiaolin/shared-types/contract/base64url';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import nacl from 'tweetnacl';
import { createKeptPasses, passesKey } from './kept-passes';
import { makePassCode } from './pass-codes';

// Real: the phone's library, checked by Node's own Ed25519. Not real: the pass, the storage.
const seed = new Uint8Array(32).fill(7);
const pass = { passId: 'abcdefghijkl', seed: toBase64Url(seed), typedKey: toBase64Url(seed) };
const publicKey = createPublicKey({
  key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(nacl.sign.keyPair.fromSeed(seed).publicKey) },
  format: 'jwk',
});
const now = new Date('2026-11-28T06:00:59.500Z');

describe('a code that the phone makes', () => {
  it('is signed for its minute, as the server checks it', () => {
    const { code, typed, until } = makePassCode(pass, now, 0);
    const read = readPassCode(code);
    expect(read).toMatchObject({ passId: pass.passId, step: passStepAt(now.getTime()) });
    const message = signedMessage(PASS_PURPOSE, passStatement(pass.passId, read?.step ?? 0));
    expect(verify(null, message, publicKey, ofBase64Url(read?.signature ?? ''))).toBe(true);
    expect(typed).toMatch(/^[0-9A-Z]{8}$/);
    expect(until).toBe('2026-11-28T06:01:00.000Z');
  });

  it('is of the server’s minute on a phone whose clock is five minutes ahead, and ends by the phone’s own', () => {
    const ahead = 5 * 60_000;
    const made = makePassCode(pass, new Date(now.getTime() + ahead), ahead);
    expect(made.code).toBe(makePassCode(pass, now, 0).code);
    expect(made.until).toBe('2026-11-28T06:06:00.000Z');
  });

  it('is another one in the next minute, typed as well', () => {
    const next = makePassCode(pass, new Date(now.getTime() + 60_000), 0);
    expect(next.code).not.toBe(makePassCode(pass, now, 0).code);
    expect(next.typed).not.toBe(makePassCode(pass, now, 0).typed);
  });
});

describe('passes that are kept', () => {
  const kept = (shiftId: string, startsAt: string, validUntil: string) =>
    ({
      ...pass,
      shiftId,
      startsAt,
      validUntil,
      endsAt: validUntil,
      activityTitle: '',
      roleName: '',
    }) as ShiftPass;
  const storage = () => {
    const data = new Map<string, string>();
    return {
      data,
      getItem: (key: string) => data.get(key) ?? null,
      setItem: (key: string, value: string) => void data.set(key, value),
      removeItem: (key: string) => void data.delete(key),
    };
  };

  it('are those of whoever is signed in, until ways out close, soonest first', () => {
    const passes = createKeptPasses(storage());
    passes.keep(
      'me',
      [
        kept('later', '2026-11-28T09:00:00.000Z', '2026-11-28T12:00:00.000Z'),
        kept('over', '2026-11-28T01:00:00.000Z', '2026-11-28T05:00:00.000Z'),
        kept('now', '2026-11-28T05:30:00.000Z', '2026-11-28T09:00:00.000Z'),
      ],
      1_000,
    );
    expect(passes.of('me', now).map(({ shiftId }) => shiftId)).toEqual(['now', 'later']);
    expect([passes.ahead('me'), passes.ahead('somebody')]).toEqual([1_000, 0]);
    expect(passes.of('somebody', now)).toEqual([]);
  });

  it.each(['', 'null', '[]', '{"personId":"me","ahead":0,"passes":[{}]}', '{'])('are none of %j', (text) => {
    const device = storage();
    device.data.set(passesKey, text);
    expect(createKeptPasses(device).of('me', now)).toEqual([]);
  });
});
