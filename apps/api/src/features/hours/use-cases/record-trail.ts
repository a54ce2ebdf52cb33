import { Injectable } from '@nestjs/common';
import type { HourEvent, HourStatus } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Ledger } from '../../ledger/index.js';
import { HourRecordStore } from '../store/hour-record.store.js';
import type { Author } from './author.js';

/** One thing that happened to one version. */
export interface Happening {
  readonly recordId: string;
  readonly action: HourEvent['action'];
  readonly before: HourStatus | null;
  readonly after: HourStatus;
  readonly by: Author;
  readonly reason: string | null;
}

/** Where every change of a record is written down: the journal, and the ledger of its unit. */
@Injectable()
export class RecordTrail {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly ledger: Ledger,
  ) {}

  /**
   * After the records themselves are written: the ledger takes them as they are now. It locks the ledgers of their
   * units, so it comes last in a transaction.
   */
  async write(tx: Tx, happenings: readonly Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    const at = this.clock.instant();
    await writeJournal(
      tx,
      happenings.map(({ recordId, action, before, after, by, reason }) => ({
        subjectKind: 'hour-record',
        subjectId: recordId,
        actorId: by.actorId,
        actorRole: by.role,
        scopeId: by.scopeId,
        action,
        before,
        after,
        reason,
      })),
      { nextId: () => this.random.id(), at },
    );
    const rows = await new HourRecordStore(tx).whole([...new Set(happenings.map((each) => each.recordId))]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    await this.ledger.append(
      tx,
      happenings.map(({ recordId, action, by, reason }) => {
        const record = byId.get(recordId);
        if (record === undefined) throw new Error('something happened to a record that is not there');
        const { actorId, role, scopeId } = by;
        return {
          unitId: record.recording_unit_id,
          recordId,
          event: action,
          by: { actorId, role, scopeId },
          reason,
          record: { ...record },
        };
      }),
    );
  }
}
