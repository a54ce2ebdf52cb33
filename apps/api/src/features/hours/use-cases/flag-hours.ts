import { Injectable } from '@nestjs/common';
import type { HourFlag } from '@xiaolin/shared-types/hours/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { HourRecordStore } from '../store/hour-record.store.js';
import { type Happening, RecordTrail } from './record-trail.js';

/** Who did it where nobody did: the system found something. */
const SYSTEM = { actorId: 'system', role: 'system', scopeId: null };

/** What was found out about somebody's record after it was made. */
export interface FoundFlags {
  readonly shiftId: string;
  readonly personId: string;
  readonly flags: readonly HourFlag[];
}

/** Marks records that wait to be confirmed with what was found out after they were made. */
@Injectable()
export class FlagHours {
  constructor(private readonly trail: RecordTrail) {}

  /** Adds flags to the pending records of these people; what is decided already stays as it is. */
  async execute(tx: Tx, found: readonly FoundFlags[]): Promise<void> {
    await this.trail.write(tx, await this.mark(tx, found));
  }

  /** The same without the trail, which its caller writes together with what else happened: see {@link RecordTrail}. */
  async mark(tx: Tx, found: readonly FoundFlags[]): Promise<readonly Happening[]> {
    if (found.length === 0) return [];
    const store = new HourRecordStore(tx);
    const flagged: Happening[] = [];
    for (const row of await store.lockPending(found)) {
      const had = row.flags === '' ? [] : row.flags.split(',');
      const added = found
        .filter(({ shiftId, personId }) => shiftId === row.shift_id && personId === row.person_id)
        .flatMap(({ flags }) => flags)
        .filter((flag, at, all) => !had.includes(flag) && all.indexOf(flag) === at);
      if (added.length === 0) continue;
      await store.setFlags(row.id, [...had, ...added]);
      flagged.push({
        recordId: row.id,
        action: 'flagged',
        before: 'pending',
        after: 'pending',
        by: SYSTEM,
        reason: added.join(','),
      });
    }
    return flagged;
  }
}
