import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { linkHash } from '../../../platform/hashing/link-hash.js';
import { type EntryAuthor, entryContent } from '../rules/entry.js';
import { type EntryRow, LedgerStore, type SignedHeadRow } from '../store/ledger.store.js';

/** Something that happened to a record, with the whole row as the transaction leaves it. */
export interface LedgerEntry {
  readonly unitId: string;
  readonly recordId: string;
  readonly event: string;
  readonly by: EntryAuthor | null;
  readonly reason: string | null;
  readonly record: Readonly<Record<string, string | number | null>>;
}

/** Where a ledger stands. */
export interface LedgerHead {
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly at: string;
}

export interface LatestSignedHead {
  readonly day: string;
  readonly sequence: number;
  readonly hash: string;
  readonly signedAt: string;
  readonly keyId: string;
  readonly signature: string;
}

/**
 * The hash chains: one for each recording unit. An entry holds the whole record and the hash of the entry before it,
 * so whoever changes a record, an entry or their order afterwards leaves a link that does not fit.
 */
@Injectable()
export class Ledger {
  constructor(private readonly clock: Clock) {}

  /**
   * Appends in the caller's transaction. It takes the lock of each unit's head, units in the order of their ids, and
   * holds it to the commit: call it when every other lock is held and as late as possible.
   */
  async append(tx: Tx, entries: readonly LedgerEntry[]): Promise<void> {
    const store = new LedgerStore(tx);
    for (const unitId of [...new Set(entries.map((entry) => entry.unitId))].sort())
      await this.#appendTo(
        store,
        unitId,
        entries.filter((entry) => entry.unitId === unitId),
      );
  }

  /** Where the unit's ledger stands in the caller's transaction; null before its first entry. */
  async head(tx: Tx, unitId: string): Promise<LedgerHead | null> {
    const row = await new LedgerStore(tx).head(unitId);
    if (row === undefined || row.sequence === 0) return null;
    return { sequence: row.sequence, hash: row.hash, at: row.at };
  }

  /** The head of the latest day that was signed; null before the first. */
  async latestSignedHead(tx: Tx, unitId: string): Promise<LatestSignedHead | null> {
    const row = await new LedgerStore(tx).latestSigned(unitId);
    return row === undefined ? null : presentSigned(row);
  }

  async #appendTo(store: LedgerStore, unitId: string, entries: readonly LedgerEntry[]): Promise<void> {
    let { sequence, hash, at } = await store.lockHead(unitId);
    const now = this.clock.instant();
    // Clocks of processes differ; the ledger's own time never goes back.
    at = now > at ? now : at;
    const rows: EntryRow[] = [];
    for (const { recordId, event, by, reason, record } of entries) {
      sequence += 1;
      const content = entryContent({ unitId, sequence, event, at, by, reason, record });
      hash = linkHash(hash, content);
      rows.push({ unit_id: unitId, sequence, record_id: recordId, event, at, content, hash });
    }
    await store.append(rows);
    await store.moveHead({ unit_id: unitId, sequence, hash, at });
  }
}

const presentSigned = (row: SignedHeadRow): LatestSignedHead => ({
  day: row.day,
  sequence: row.sequence,
  hash: row.hash,
  signedAt: row.signed_at,
  keyId: row.key_id,
  signature: row.signature,
});
