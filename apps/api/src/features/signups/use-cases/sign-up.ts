import { Injectable } from '@nestjs/common';
import type { LineKind, SignupView } from '@xiaolin/shared-types/signups/schema';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { unpack } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

@Injectable()
export class SignUp {
  constructor(private readonly desk: LineDesk) {}

  /** @throws Refusal with one of the codes that `signupRoutes` names. */
  execute(personId: string, kind: LineKind, lineId: string, requestKey: string): Promise<SignupView> {
    const request = {
      kind: 'sign-up' as const,
      asked: kind,
      actorId: personId,
      personId,
      requestKey,
      bodyHash: hashBody('sign-up', { kind, lineId }),
    };
    return unpack(this.desk.submit(lineId, request), kind);
  }
}
