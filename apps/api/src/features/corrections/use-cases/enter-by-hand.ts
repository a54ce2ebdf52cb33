import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Scope } from '../../organizations/index.js';
import { ENTRY_DAYS, refusalOfShift } from '../rules/decide-entry.js';
import { CorrectionStore } from '../store/correction.store.js';
import { ServedShiftReader } from '../store/served-shift.reader.js';
import { ManualEntries, type NewEntry } from './manual-entries.js';

@Injectable()
export class EnterByHand {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly entries: ManualEntries,
  ) {}

  /**
   * Staff of the recording unit enter when a volunteer served: the system failed, or there was a paper sheet.
   *
   * @returns the entry's id
   * @throws Refusal `shift.unknown`, `access.out-of-scope`, `hours.own-record`, `entry.no-place`, those of the shift
   * and of {@link ManualEntries.add}, `request.key-reused`.
   */
  execute(
    actorId: string,
    shiftId: string,
    body: Omit<NewEntry, 'correctionId'> & { readonly requestKey: string },
  ): Promise<string> {
    const request = {
      actorId,
      requestKey: body.requestKey,
      bodyHash: hashBody('enter-by-hand', { shiftId, body }),
    };
    return once(this.uow, request, this.clock, async (tx) => {
      await new CorrectionStore(tx).lockPerson(body.personId);
      const reader = new ServedShiftReader(tx);
      const shift = await reader.find(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      const acting = await this.scope.require(tx, actorId, shift.recording_unit_id);
      if (actorId === body.personId) throw new Refusal('hours.own-record');
      const recorded = await reader.isRecorded(shiftId, body.personId);
      const refusal = refusalOfShift(
        {
          endsAt: shift.ends_at,
          calledOff: shift.called_off === 1,
          counts: shift.counts === 1,
          recorded,
        },
        this.clock.now(),
      );
      if (refusal !== null)
        throw new Refusal(refusal, refusal === 'entry.too-long-ago' ? { days: ENTRY_DAYS } : {});
      // Without a place it is the volunteer who asks: a name on a list that nobody signed is no service.
      if (!(await reader.hadPlace(shiftId, body.personId))) throw new Refusal('entry.no-place');
      return this.entries.add(tx, shift, actorId, acting, { ...body, correctionId: null });
    });
  }
}
