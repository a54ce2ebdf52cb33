import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { HourReader, type HourViewRow } from '../store/hour.reader.js';
import { DecideHours } from './decide-hours.js';

@Injectable()
export class RejectHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decideHours: DecideHours,
  ) {}

  /**
   * Rejects a pending record with a reason that its volunteer reads.
   *
   * @throws Refusal `hours.unknown`, `access.out-of-scope`, `hours.own-record`, `hours.not-pending`.
   */
  execute(actorId: string, recordId: string, reason: string): Promise<HourViewRow> {
    return this.uow.run(async (tx) => {
      const { refused } = await this.decideHours.execute(tx, [recordId], { actorId, to: 'rejected', reason });
      const row = await new HourReader(tx).find(recordId);
      if (refused[0] !== undefined) throw new Refusal(refused[0].code);
      if (row === undefined) throw new Refusal('hours.unknown');
      return row;
    });
  }
}
