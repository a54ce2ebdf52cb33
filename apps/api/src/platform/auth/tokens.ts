import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import type { Clock } from '../clock/clock.js';
import type { Random } from '../random/random.js';

/** Who sends a request. Roles are not in the token: they are read when a rule needs them, so that ending a membership works at once. */
export interface Actor {
  readonly personId: string;
  readonly sessionId: string;
}

/** Seconds a token lives. WeChat signs in again silently; a desktop signs in anew after this. */
export const TOKEN_SECONDS = 12 * 60 * 60;

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Signed tokens (HS256): checking one needs no database, so a burst of sign-ups costs none. */
export class Tokens {
  readonly #sign: (payload: object) => string;
  readonly #verify: (token: string) => { sub: string; sid: string; exp: number };

  constructor(
    secret: string,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.#sign = createSigner({ key: secret, algorithm: 'HS256', noTimestamp: true });
    // Expiry is checked here against the injected clock, not inside the library.
    this.#verify = createVerifier({ key: secret, algorithms: ['HS256'], ignoreExpiration: true });
  }

  issue(personId: string): IssuedToken {
    const exp = Math.floor(this.clock.now().getTime() / 1000) + TOKEN_SECONDS;
    return {
      token: this.#sign({ sub: personId, sid: this.random.id(), exp }),
      expiresAt: new Date(exp * 1000).toISOString(),
    };
  }

  /** The actor with the token's expiry, or why there is none. */
  check(token: string): { readonly actor: Actor; readonly expiresAt: string } | 'expired' | 'forged' {
    try {
      const { sub, sid, exp } = this.#verify(token);
      if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return 'forged';
      if (exp * 1000 <= this.clock.now().getTime()) return 'expired';
      return { actor: { personId: sub, sessionId: sid }, expiresAt: new Date(exp * 1000).toISOString() };
    } catch (error) {
      if (error instanceof TokenError) return 'forged';
      throw error;
    }
  }
}
