import { Injectable } from '@nestjs/common';
import type { Promotion } from '@xiaolin/shared-types/signups/schema';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody } from '../../../platform/idempotency/request-answers.js';
import { outcomeOf } from './desk-answer.js';
import { LineDesk } from './line-desk.js';

/** Staff ask the next in line by hand, at the same desk and by the same rule as a seat that comes free. */
@Injectable()
export class PromoteSignups {
  constructor(private readonly desk: LineDesk) {}

  /**
   * @throws Refusal `signup.nobody-waits`, `signup.offers-over` with the `cutoff`, `occurrence.unknown`,
   * `access.out-of-scope`, `request.key-reused`.
   */
  async execute(
    actorId: string,
    occurrenceId: string,
    asked: { readonly requestKey: string; readonly parties: number },
  ): Promise<Promotion> {
    const { requestKey, parties } = asked;
    const outcome = await outcomeOf(
      this.desk.submit(occurrenceId, {
        kind: 'promote',
        actorId,
        parties,
        requestKey,
        bodyHash: hashBody('promote-signups', { occurrenceId, parties }),
      }),
    );
    if (outcome.kind !== 'promoted') throw new Refusal('occurrence.unknown');
    return outcome.promotion;
  }
}
