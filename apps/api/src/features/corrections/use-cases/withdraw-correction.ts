import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { refusalToWithdraw } from '../rules/decide-correction.js';
import { CorrectionStore } from '../store/correction.store.js';
import { factsOf } from './correction-facts.js';
import { Trail } from './trail.js';

@Injectable()
export class WithdrawCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Nobody is told: it is gone from the list of what waits.
   *
   * @throws Refusal `correction.unknown` (also for somebody else's), `correction.not-waiting`, `request.key-reused`.
   */
  execute(
    personId: string,
    correctionId: string,
    { requestKey }: { readonly requestKey: string },
  ): Promise<string> {
    const request = {
      actorId: personId,
      requestKey,
      bodyHash: hashBody('withdraw-correction', { correctionId }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new CorrectionStore(tx);
      const row = await store.lock(correctionId);
      const refusal = refusalToWithdraw(row && factsOf(row), personId);
      if (refusal !== null || row === undefined) throw new Refusal(refusal ?? 'correction.unknown');
      await store.save(correctionId, { status: 'withdrawn', due_on: null });
      await this.trail.add(tx, {
        correctionId,
        action: 'withdrawn',
        actorId: personId,
        actorRole: 'volunteer',
        scopeId: null,
        before: row.status,
        after: 'withdrawn',
        minutes: null,
        reason: '',
      });
      return correctionId;
    });
  }
}
