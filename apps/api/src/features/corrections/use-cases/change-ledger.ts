import { Injectable } from '@nestjs/common';
import type { AmendmentSource } from '@xiaolin/shared-types/hours/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type Author, DecideHours, HourVersions } from '../../hours/index.js';
import type { RecordRow } from '../store/record.reader.js';

interface Change {
  readonly reason: string;
  readonly by: Author;
}

/**
 * What an accepted correction does to a record, through the hours' door. A record that nobody has decided yet is
 * first confirmed (or turned down) as it is, so that what was said about it and what it became both stay. The
 * volunteer hears of it once, from the correction.
 */
@Injectable()
export class ChangeLedger {
  constructor(
    private readonly versions: HourVersions,
    private readonly decideHours: DecideHours,
  ) {}

  /** @returns the id of the new version @throws Refusal of the hours' door. */
  async amend(
    tx: Tx,
    record: RecordRow,
    change: Change & { readonly minutes: number; readonly source: AmendmentSource },
  ): Promise<string> {
    if (record.status === 'pending') await this.#decide(tx, record.id, change.by.actorId, 'confirmed', null);
    return this.versions.amend(tx, record.id, { ...change, toldByCaller: true });
  }

  /** @throws Refusal of the hours' door. */
  async void(tx: Tx, record: RecordRow, change: Change): Promise<void> {
    if (record.status === 'pending')
      await this.#decide(tx, record.id, change.by.actorId, 'rejected', change.reason);
    else await this.versions.void(tx, record.id, { ...change, toldByCaller: true });
  }

  async #decide(
    tx: Tx,
    recordId: string,
    actorId: string,
    to: 'confirmed' | 'rejected',
    reason: string | null,
  ): Promise<void> {
    const { refused } = await this.decideHours.execute(tx, [recordId], {
      actorId,
      to,
      reason,
      toldByCaller: true,
    });
    if (refused[0] !== undefined) throw new Refusal(refused[0].code);
  }
}
