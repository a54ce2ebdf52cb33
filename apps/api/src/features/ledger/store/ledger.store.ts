import { insertMissing, insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { GENESIS } from '../../../platform/hashing/link-hash.js';

export interface HeadRow {
  readonly unit_id: string;
  /** Of the last entry; 0 before the first. */
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
}

export interface EntryRow {
  readonly unit_id: string;
  readonly sequence: number;
  readonly record_id: string;
  readonly event: string;
  readonly at: string;
  readonly content: string;
  readonly hash: string;
}

export interface SignedHeadRow {
  readonly unit_id: string;
  readonly day: string;
  readonly sequence: number;
  readonly hash: string;
  readonly signed_at: string;
  readonly key_id: string;
  readonly signature: string;
}

const SIGNED = 'unit_id, day, sequence, hash, signed_at, key_id, signature';
/** Entries of one statement: each holds a whole record. */
const AT_ONCE = 100;

export class LedgerStore {
  constructor(private readonly tx: Tx) {}

  async head(unitId: string): Promise<HeadRow | undefined> {
    const [row] = await this.tx.query<HeadRow>(
      'SELECT unit_id, sequence, hash, at FROM ledger_head WHERE unit_id = ?',
      [unitId],
    );
    return row;
  }

  /** The unit's head, locked: whoever holds it writes the next entry, and nobody else. */
  async lockHead(unitId: string): Promise<HeadRow> {
    const locked = await this.#locked(unitId);
    if (locked !== undefined) return locked;
    // Of two that find none, one inserts and the other waits for it.
    await insertMissing(
      this.tx,
      'ledger_head',
      ['unit_id'],
      [{ unit_id: unitId, sequence: 0, hash: GENESIS, at: '' }],
    );
    const made = await this.#locked(unitId);
    if (made === undefined) throw new Error('a head that was just made is gone');
    return made;
  }

  async #locked(unitId: string): Promise<HeadRow | undefined> {
    const [row] = await this.tx.query<HeadRow>(
      `SELECT unit_id, sequence, hash, at FROM ledger_head WHERE unit_id = ?${this.tx.forUpdate}`,
      [unitId],
    );
    return row;
  }

  async append(entries: readonly EntryRow[]): Promise<void> {
    for (let from = 0; from < entries.length; from += AT_ONCE)
      await insertRows(
        this.tx,
        'ledger_entry',
        entries.slice(from, from + AT_ONCE).map((entry) => ({ ...entry })),
      );
  }

  async moveHead({ unit_id, sequence, hash, at }: HeadRow): Promise<void> {
    await this.tx.query('UPDATE ledger_head SET sequence = ?, hash = ?, at = ? WHERE unit_id = ?', [
      sequence,
      hash,
      at,
      unit_id,
    ]);
  }

  /** Entries of a unit after a sequence number, in order. */
  entries(unitId: string, after: number, limit: number): Promise<EntryRow[]> {
    return this.tx.query<EntryRow>(
      `SELECT unit_id, sequence, record_id, event, at, content, hash FROM ledger_entry
        WHERE unit_id = ? AND sequence > ? ORDER BY sequence LIMIT ${limit}`,
      [unitId, after],
    );
  }

  /** The last entry of a unit before a moment. */
  async lastBefore(unitId: string, before: string): Promise<EntryRow | undefined> {
    const [row] = await this.tx.query<EntryRow>(
      `SELECT unit_id, sequence, record_id, event, at, content, hash FROM ledger_entry
        WHERE unit_id = ? AND at < ? ORDER BY sequence DESC LIMIT 1`,
      [unitId, before],
    );
    return row;
  }

  async entry(unitId: string, sequence: number): Promise<EntryRow | undefined> {
    const [row] = await this.entries(unitId, sequence - 1, 1);
    return row?.sequence === sequence ? row : undefined;
  }

  /** The units in whose ledgers something is written about a record. */
  async unitsOf(recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.query<{ record_id: string; unit_id: string }>(
      `SELECT DISTINCT record_id, unit_id FROM ledger_entry WHERE record_id IN (${marks(recordIds)})`,
      recordIds,
    );
    return new Map(rows.map((row) => [row.record_id, row.unit_id]));
  }

  /** Every unit that has a head, an entry or a signed head. */
  async units(): Promise<readonly string[]> {
    const rows = await this.tx.query<{ unit_id: string }>(
      `SELECT unit_id FROM ledger_head UNION SELECT unit_id FROM ledger_entry
        UNION SELECT unit_id FROM ledger_signed_head`,
    );
    return rows.map(({ unit_id }) => unit_id);
  }

  async addSigned(row: SignedHeadRow): Promise<void> {
    await insertRows(this.tx, 'ledger_signed_head', [{ ...row }]);
  }

  async latestSigned(unitId: string): Promise<SignedHeadRow | undefined> {
    const [row] = await this.signed(unitId, null, 1);
    return row;
  }

  /** Latest day first. */
  signed(unitId: string, before: string | null, limit: number): Promise<SignedHeadRow[]> {
    return this.tx.query<SignedHeadRow>(
      `SELECT ${SIGNED} FROM ledger_signed_head WHERE unit_id = ? ${before === null ? '' : 'AND day < ?'}
        ORDER BY day DESC LIMIT ${limit}`,
      before === null ? [unitId] : [unitId, before],
    );
  }

  /** Of each unit with entries, the day that was signed last. */
  lastDays(): Promise<{ unit_id: string; day: string | null }[]> {
    return this.tx.query<{ unit_id: string; day: string | null }>(
      `SELECT h.unit_id, MAX(s.day) AS day FROM ledger_head h
         LEFT JOIN ledger_signed_head s ON s.unit_id = h.unit_id
        WHERE h.sequence > 0 GROUP BY h.unit_id`,
    );
  }
}
