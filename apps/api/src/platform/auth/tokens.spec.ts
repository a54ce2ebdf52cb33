import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SystemRandom } from '../random/random.js';
import { TestClock } from '../../test/test-clock.js';
import { TOKEN_SECONDS, Tokens } from './tokens.js';

const SECRET = 's'.repeat(32);
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: object, payload: object, secret = SECRET, hash = 'sha256') => {
  const input = `${b64(header)}.${b64(payload)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
};

describe('Tokens', () => {
  const clock = new TestClock();
  const tokens = new Tokens(SECRET, clock, new SystemRandom());
  const claims = { sub: 'p', sid: 's', exp: Math.floor(clock.now().getTime() / 1_000) + 60 };

  it('gives back who it was issued to, each with a session of its own', () => {
    const [one, two] = [tokens.issue('p'), tokens.issue('p')];
    const [first, second] = [tokens.check(one.token), tokens.check(two.token)];
    if (typeof first === 'string' || typeof second === 'string') throw new Error('refused');
    expect(first.actor.personId).toBe('p');
    expect(first.expiresAt).toBe(one.expiresAt);
    expect(first.actor.sessionId).not.toBe(second.actor.sessionId);
  });

  it('ends at its time, to the second', () => {
    const mine = new TestClock();
    const own = new Tokens(SECRET, mine, new SystemRandom());
    const { token } = own.issue('p');
    mine.advance(TOKEN_SECONDS / 60 - 1 / 60);
    expect(own.check(token)).not.toBe('expired');
    mine.advance(1 / 60);
    expect(own.check(token)).toBe('expired');
  });

  it('accepts the shape that the attacks below are made from', () => {
    expect(tokens.check(signed({ alg: 'HS256', typ: 'JWT' }, claims))).toMatchObject({
      actor: { personId: 'p', sessionId: 's' },
    });
  });

  it.each([
    ['another secret', signed({ alg: 'HS256', typ: 'JWT' }, claims, 'x'.repeat(32))],
    ['no algorithm', `${b64({ alg: 'none', typ: 'JWT' })}.${b64(claims)}.`],
    ['no algorithm, yet signed', signed({ alg: 'none', typ: 'JWT' }, claims)],
    ['another algorithm', signed({ alg: 'HS512', typ: 'JWT' }, claims, SECRET, 'sha512')],
    ['no signature', signed({ alg: 'HS256', typ: 'JWT' }, claims).replace(/\.[^.]*$/, '.')],
    [
      'a changed person',
      signed({ alg: 'HS256', typ: 'JWT' }, claims).replace(b64(claims), b64({ ...claims, sub: 'q' })),
    ],
    ['no person', signed({ alg: 'HS256', typ: 'JWT' }, { ...claims, sub: undefined })],
    ['a person that is no text', signed({ alg: 'HS256', typ: 'JWT' }, { ...claims, sub: { $ne: 1 } })],
    ['no end', signed({ alg: 'HS256', typ: 'JWT' }, { ...claims, exp: undefined })],
    ['an end that is no number', signed({ alg: 'HS256', typ: 'JWT' }, { ...claims, exp: '9999999999' })],
    ['no token', 'abc'],
    ['nothing', ''],
  ])('is forged: %s', (_, token) => {
    expect(tokens.check(token)).toBe('forged');
  });
});
