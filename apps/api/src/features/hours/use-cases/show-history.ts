import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type HourEventRow, HourReader } from '../store/hour.reader.js';
import type { HourRecordRow } from '../store/hour-record.store.js';

export interface History {
  /** Latest first; at least one. */
  readonly versions: readonly [HourRecordRow, ...HourRecordRow[]];
  readonly events: readonly HourEventRow[];
}

/** Art. 12 and 13: the volunteer sees the record, and every change of it. */
@Injectable()
export class ShowHistory {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws Refusal `hours.unknown`, also for another person's record. */
  execute(personId: string, recordId: string): Promise<History> {
    return this.uow.read(async (tx) => {
      const reader = new HourReader(tx);
      const [latest, ...older] = await reader.versions(personId, recordId);
      if (latest === undefined) throw new Refusal('hours.unknown');
      const versions = [latest, ...older] as const;
      return { versions, events: await reader.events(versions.map(({ id }) => id)) };
    });
  }
}
