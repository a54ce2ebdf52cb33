import { Injectable } from '@nestjs/common';
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { lineOfSignup, unpack } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

/** Takes or turns down offered seats. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: LineDesk,
  ) {}

  /** @throws Refusal `signup.unknown` (also for somebody else's), `signup.no-offer`, `signup.offer-lapsed`, `signup.clash`. */
  async execute(
    personId: string,
    signupId: string,
    kind: 'accept' | 'decline',
    requestKey: string,
  ): Promise<SignupView> {
    const line = await lineOfSignup(this.uow, signupId);
    const request = {
      kind,
      actorId: personId,
      personId,
      signupId,
      requestKey,
      bodyHash: hashBody(`${kind}-offer`, { signupId }),
    };
    return unpack(this.desk.submit(line.id, request), line.kind);
  }
}
