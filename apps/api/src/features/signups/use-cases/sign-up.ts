import { Injectable } from '@nestjs/common';
import type { AnswerInput } from '@xiaolin/shared-types/signups/questions';
import type { CreateSignupForSomebody, PartyInput, SignupView } from '@xiaolin/shared-types/signups/schema';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { unpack } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

interface Asked {
  readonly requestKey: string;
  readonly party?: PartyInput | undefined;
  readonly answers?: readonly AnswerInput[] | undefined;
}

const ALONE: PartyInput = { dependantIds: [], companions: [] };

@Injectable()
export class SignUp {
  constructor(
    private readonly desk: LineDesk,
    private readonly random: Random,
  ) {}

  /** @throws Refusal with one of the codes that `signupRoutes` names. */
  execute(personId: string, kind: 'occurrence' | 'shift', lineId: string, asked: Asked): Promise<SignupView> {
    const { requestKey, party = ALONE, answers = [] } = asked;
    const request = {
      kind: 'sign-up' as const,
      asked: kind,
      actorId: personId,
      personId,
      party,
      answers,
      requestKey,
      bodyHash: hashBody('sign-up', { kind, lineId, party, answers }),
    };
    return unpack(this.desk.submit(lineId, request), kind);
  }

  /**
   * Staff sign up somebody who has no phone: a person without WeChat is made together with the place.
   *
   * @throws Refusal `access.out-of-scope` besides what signing up refuses.
   */
  forSomebody(actorId: string, occurrenceId: string, asked: CreateSignupForSomebody): Promise<SignupView> {
    const { requestKey, displayName, phone, companions = [], answers = [] } = asked;
    const personId = this.random.id();
    const request = {
      kind: 'sign-up' as const,
      asked: 'occurrence' as const,
      actorId,
      personId,
      party: { dependantIds: [], companions },
      answers,
      newcomer: { id: personId, displayName, phone: phone || null },
      requestKey,
      // Without the new person's id, which a retry makes anew: the first answer names the first one.
      bodyHash: hashBody('sign-up-somebody', {
        occurrenceId,
        displayName,
        phone: phone || null,
        companions,
        answers,
      }),
    };
    return unpack(this.desk.submit(occurrenceId, request), 'occurrence');
  }
}
