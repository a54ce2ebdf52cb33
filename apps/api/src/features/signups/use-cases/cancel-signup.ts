import { Injectable } from '@nestjs/common';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { lineOfSignup, unpack } from './desk-answer.js';
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
    const line = await lineOfSignup(this.uow, signupId);
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
