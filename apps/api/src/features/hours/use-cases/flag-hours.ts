import { Injectable } from '@nestjs/common';
import type { HourFlag } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { HourRecordStore } from '../store/hour-record.store.js';

/** Who did it where nobody did: the system found something. */
const SYSTEM = 'system';

/** Marks records that wait to be confirmed with what was found out after they were made. */
@Injectable()
export class FlagHours {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Adds flags to the pending records of these people; what is decided already stays as it is. */
  async execute(
    tx: Tx,
    found: readonly {
      readonly shiftId: string;
      readonly personId: string;
      readonly flags: readonly HourFlag[];
    }[],
  ): Promise<void> {
    if (found.length === 0) return;
    const store = new HourRecordStore(tx);
    const flagged: { id: string; added: string }[] = [];
    for (const row of await store.lockPending(found)) {
      const had = row.flags === '' ? [] : row.flags.split(',');
      const added = found
        .filter(({ shiftId, personId }) => shiftId === row.shift_id && personId === row.person_id)
        .flatMap(({ flags }) => flags)
        .filter((flag, at, all) => !had.includes(flag) && all.indexOf(flag) === at);
      if (added.length === 0) continue;
      await store.setFlags(row.id, [...had, ...added]);
      flagged.push({ id: row.id, added: added.join(',') });
    }
    await writeJournal(
      tx,
      flagged.map(({ id, added }) => ({
        subjectKind: 'hour-record',
        subjectId: id,
        actorId: SYSTEM,
        actorRole: SYSTEM,
        scopeId: null,
        action: 'flagged',
        before: 'pending',
        after: 'pending',
        reason: added,
      })),
      { nextId: () => this.random.id(), at: this.clock.instant() },
    );
  }
}
