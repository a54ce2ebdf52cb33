import { Injectable } from '@nestjs/common';
import { Revocations } from '../../../platform/auth/revocations.js';

/** Ends a session before its token does. */
@Injectable()
export class SignOut {
  constructor(private readonly revocations: Revocations) {}

  /** This process refuses the token at once, every other within a minute. */
  execute(sessionId: string, tokenEndsAt: string): Promise<void> {
    return this.revocations.revoke(sessionId, tokenEndsAt);
  }
}
