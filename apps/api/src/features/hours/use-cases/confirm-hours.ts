import { Injectable } from '@nestjs/common';
import type { ConfirmOutcome } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { DecideHours } from './decide-hours.js';

@Injectable()
export class ConfirmHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly decideHours: DecideHours,
  ) {}

  /** Confirms what may be confirmed and names why the rest may not. @throws Refusal `request.key-reused`. */
  execute(
    actorId: string,
    body: {
      readonly requestKey: string;
      readonly recordIds: readonly string[];
      readonly acknowledgeFlags?: boolean;
    },
  ): Promise<ConfirmOutcome> {
    const request = { actorId, requestKey: body.requestKey, bodyHash: hashBody('confirm-hours', body) };
    return once(this.uow, request, this.clock, async (tx) => {
      const { decided, refused } = await this.decideHours.execute(tx, body.recordIds, {
        actorId,
        to: 'confirmed',
        reason: null,
        acknowledgesFlags: body.acknowledgeFlags ?? false,
      });
      return { confirmed: [...decided], refused: [...refused] };
    });
  }
}
