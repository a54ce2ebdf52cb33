import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { HourChanges } from '../../hours/index.js';
import { Messages } from '../../inbox/index.js';
import { CertificateStore } from '../store/certificate.store.js';

/**
 * Writes down what readers see already (`standingOf`), and tells the holder once: a certificate that holds a record which was amended or voided is
 * superseded.
 */
@Injectable()
export class FollowChangedHours implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly changes: HourChanges,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.changes.listen((tx, recordIds) => this.execute(tx, recordIds));
  }

  async execute(tx: Tx, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    const store = new CertificateStore(tx);
    for (const { id } of await store.issuedOver(recordIds)) {
      // Under its lock: it may have been revoked or replaced meanwhile.
      const row = await store.lock(id);
      if (row?.state !== 'issued' || row.broken === 0) continue;
      await store.supersede(id, 'amended');
      const entry = {
        subjectKind: 'certificate',
        subjectId: id,
        actorId: row.person_id,
        actorRole: 'system',
        scopeId: row.unit_id,
        action: 'superseded',
        before: 'issued',
        after: 'superseded',
        reason: 'amended',
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
      await this.messages.tell(tx, [
        {
          personId: row.person_id,
          kind: 'certificate.superseded',
          facts: { number: row.number, unitName: row.unit_name, certificateId: id },
          eventKey: `certificate.superseded:${id}`,
        },
      ]);
    }
  }
}
