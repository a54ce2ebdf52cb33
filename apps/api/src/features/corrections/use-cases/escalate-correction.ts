import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { dueOnAfter } from '../../hours/index.js';
import { UnitsAbove } from '../../organizations/index.js';
import { refusalToEscalate } from '../rules/decide-correction.js';
import { CorrectionStore } from '../store/correction.store.js';
import { factsOf } from './correction-facts.js';
import { Tidings } from './tidings.js';
import { Trail } from './trail.js';

@Injectable()
export class EscalateCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly unitsAbove: UnitsAbove,
    private readonly trail: Trail,
    private readonly tidings: Tidings,
  ) {}

  /**
   * The volunteer asks the unit above, once.
   *
   * @throws Refusal `correction.unknown` (also for somebody else's), `correction.not-rejected`,
   * `correction.appeal-over`, `entry.nobody-above`, `request.key-reused`.
   */
  execute(
    personId: string,
    correctionId: string,
    body: { readonly requestKey: string; readonly reason: string },
  ): Promise<string> {
    const request = {
      actorId: personId,
      requestKey: body.requestKey,
      bodyHash: hashBody('escalate-correction', { correctionId, body }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new CorrectionStore(tx);
      const row = await store.lock(correctionId);
      const refusal = refusalToEscalate(row && factsOf(row), personId, districtDay(this.clock.now()));
      if (refusal !== null) throw new Refusal(refusal, { dueOn: row?.due_on ?? '' });
      if (row === undefined) throw new Refusal('correction.unknown');
      const above = await this.unitsAbove.of(tx, row.recording_unit_id);
      if (above === null) throw new Refusal('entry.nobody-above');
      await store.save(correctionId, {
        status: 'escalated',
        deciding_unit_id: above,
        due_on: dueOnAfter(this.clock.instant()),
      });
      await this.trail.add(tx, {
        correctionId,
        action: 'escalated',
        actorId: personId,
        actorRole: 'volunteer',
        scopeId: null,
        before: row.status,
        after: 'escalated',
        minutes: null,
        reason: body.reason,
      });
      const tiding = {
        kind: 'correction.escalated',
        subjectId: correctionId,
        shiftId: row.shift_id,
      } as const;
      await this.tidings.tellStaff(tx, above, [personId], tiding);
      await this.tidings.tell(tx, [row.replied_by], tiding);
      return correctionId;
    });
  }
}
