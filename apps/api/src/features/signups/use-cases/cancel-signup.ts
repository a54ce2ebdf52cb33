import { Injectable } from '@nestjs/common';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { unpack } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

@Injectable()
export class CancelSignup {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: LineDesk,
  ) {}

  /** @throws Refusal `signup.unknown` (also for somebody else's), `signup.not-cancellable`. */
  async execute(
    personId: string,
    signupId: string,
    body: { requestKey: string; reason?: string | undefined },
  ): Promise<SignupView> {
    // Only finds the desk's queue; whose it is and whether it may be cancelled is decided under the line's lock.
    const line = await this.uow.read(async (tx) => {
      const signup = await new SignupStore(tx).find(signupId);
      return signup && new LineStore(tx).find(signup.line_id);
    });
    if (line === undefined) throw new Refusal('signup.unknown');
    const reason = body.reason || null;
    const request = {
      kind: 'cancel' as const,
      actorId: personId,
      personId,
      signupId,
      reason,
      requestKey: body.requestKey,
      bodyHash: hashBody('cancel-signup', { signupId, reason }),
    };
    return unpack(this.desk.submit(line.id, request), line.kind);
  }
}
