import { Injectable } from '@nestjs/common';
import type { ReviewResult, ReviewSignups as Review } from '@xiaolin/shared-types/signups/schema';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { outcomeOf } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

/** The organiser's word on applications, one or many. */
@Injectable()
export class ReviewSignups {
  constructor(private readonly desk: LineDesk) {}

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`, `request.key-reused`. */
  async execute(actorId: string, occurrenceId: string, asked: Review): Promise<ReviewResult> {
    const { requestKey, signupIds, verdict } = asked;
    const reason =
      verdict === 'reject' && asked.reason !== undefined
        ? { code: asked.reason.code, text: asked.reason.text || null }
        : null;
    const outcome = await outcomeOf(
      this.desk.submit(occurrenceId, {
        kind: 'review',
        actorId,
        signupIds,
        verdict,
        reason,
        requestKey,
        bodyHash: hashBody('review-signups', { occurrenceId, signupIds, verdict, reason }),
      }),
    );
    if (outcome.kind !== 'reviewed') throw new Refusal('occurrence.unknown');
    return outcome.review;
  }
}
