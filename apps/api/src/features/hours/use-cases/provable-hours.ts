import { Injectable } from '@nestjs/common';
import { endOfDistrictDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { refusalToCertify } from '../rules/decide-record.js';
import { readFacts, type ServiceFacts } from '../rules/service-facts.js';
import { HourReader } from '../store/hour.reader.js';
import { HourRecordStore } from '../store/hour-record.store.js';
import type { Author } from './author.js';
import { RecordTrail } from './record-trail.js';

/** One record as a certificate may state it (art. 14–17): only what was confirmed. */
export interface ProvableRecord {
  readonly id: string;
  readonly version: number;
  readonly status: 'confirmed' | 'certified';
  readonly minutes: number;
  readonly facts: ServiceFacts;
}

/** What certificates are made of, and the mark on a record that one was. */
@Injectable()
export class ProvableHours {
  constructor(private readonly trail: RecordTrail) {}

  /** Of one person at one recording unit, shifts that began on these district days (both included), earliest first. */
  async of(
    tx: Tx,
    personId: string,
    recordingUnitId: string,
    { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string },
  ): Promise<readonly ProvableRecord[]> {
    const rows = await new HourReader(tx).provable(
      personId,
      recordingUnitId,
      startOfDistrictDay(fromDay).toISOString(),
      endOfDistrictDay(toDay).toISOString(),
    );
    return rows.map(({ id, version, status, minutes, facts }) => ({
      id,
      version,
      status,
      minutes,
      facts: readFacts(facts),
    }));
  }

  /**
   * Marks records as stated on a certificate; one that is already stays so. Locks them in one order, and then their
   * unit's ledger: call it late.
   *
   * @returns the ids that were not certified before
   * @throws Refusal `hours.unknown`, `hours.not-certifiable`: then none is.
   */
  async markCertified(tx: Tx, recordIds: readonly string[], by: Author): Promise<readonly string[]> {
    const ids = [...new Set(recordIds)];
    const store = new HourRecordStore(tx);
    const rows = await store.lock(ids);
    if (rows.length < ids.length) throw new Refusal('hours.unknown');
    for (const row of rows) {
      const refused = refusalToCertify({ status: row.status, current: row.is_current === 1 });
      if (refused !== null) throw new Refusal(refused);
    }
    const fresh = rows.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    await store.certify(fresh);
    await this.trail.write(
      tx,
      fresh.map((recordId) => ({
        recordId,
        action: 'certified',
        before: 'confirmed',
        after: 'certified',
        by,
        reason: null,
      })),
    );
    return fresh;
  }
}
