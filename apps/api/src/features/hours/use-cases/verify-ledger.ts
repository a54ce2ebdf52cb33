import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@xiaolin/shared-types/contract/canonical';
import { addDistrictDays } from '@xiaolin/shared-types/contract/district-time';
import { HEAD_PURPOSE, headStatement } from '@xiaolin/shared-types/ledger/head-statement';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { GENESIS, linkHash } from '../../../platform/hashing/link-hash.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { type EntryRow, LedgerStore, readContent } from '../../ledger/index.js';
import { namedOrganizations } from '../../organizations/index.js';
import { changesBetween, type LedgerFault } from '../rules/ledger-faults.js';
import { HourRecordStore } from '../store/hour-record.store.js';

export interface UnitReport {
  readonly unitId: string;
  readonly unitName: string;
  readonly entries: number;
  readonly records: number;
  readonly signedHeads: number;
  /** Empty: whole. The first broken link comes first; of a chain no later one is looked for. */
  readonly faults: readonly LedgerFault[];
}

/** What a walk along a chain leaves. */
interface Walk {
  readonly entries: number;
  readonly last: number;
  readonly lastHash: string;
  /** By record: its last entry, and the canonical text of the record in it. */
  readonly records: ReadonlyMap<string, { readonly sequence: number; readonly text: string }>;
  readonly faults: readonly LedgerFault[];
}

const AT_ONCE = 500;

/**
 * Walks every ledger from its first entry, computes each hash anew, and compares the records with what the ledger
 * says about them and the signed heads with both: whatever was changed beside the product's own doors is found and
 * named. Reads only.
 */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signingKeys: SigningKeys,
  ) {}

  /** Every unit that has a ledger or records, by id. */
  async execute(): Promise<readonly UnitReport[]> {
    const units = await this.uow.read(async (tx) => [
      ...new Set([
        ...(await new LedgerStore(tx).units()),
        ...(await new HourRecordStore(tx).recordingUnits()),
      ]),
    ]);
    const reports: UnitReport[] = [];
    for (const unitId of units.sort()) reports.push(await this.unit(unitId));
    return reports;
  }

  /** One unit. What looks broken while people work is looked at again with the ledger held still. */
  async unit(unitId: string): Promise<UnitReport> {
    const report = await this.uow.read((tx) => this.#check(tx, unitId));
    if (report.faults.length === 0) return report;
    return this.uow.run(async (tx) => {
      const store = new LedgerStore(tx);
      if ((await store.head(unitId)) !== undefined) await store.lockHead(unitId);
      return this.#check(tx, unitId);
    });
  }

  async #check(tx: Tx, unitId: string): Promise<UnitReport> {
    const walk = await this.#walk(tx, unitId);
    const head = await this.#checkHead(tx, unitId, walk);
    const signed = await this.#checkSigned(tx, unitId, walk);
    const records = await this.#checkRecords(tx, unitId, walk);
    const [unit] = await namedOrganizations(tx, [unitId]);
    return {
      unitId,
      unitName: unit?.name ?? unitId,
      entries: walk.entries,
      records: records.count,
      signedHeads: signed.count,
      faults: [...walk.faults, ...head, ...signed.faults, ...records.faults],
    };
  }

  async #walk(tx: Tx, unitId: string): Promise<Walk> {
    const store = new LedgerStore(tx);
    const records = new Map<string, { sequence: number; text: string }>();
    let fault: LedgerFault | undefined;
    let [last, lastHash, entries] = [0, GENESIS, 0];
    for (;;) {
      const rows = await store.entries(unitId, last, AT_ONCE);
      for (const row of rows) {
        fault ??= brokenLink(row, last, lastHash);
        const record = readContent(row.content)?.record;
        if (record !== undefined)
          records.set(String(record['id']), { sequence: row.sequence, text: canonicalJson(record) });
        [last, lastHash] = [row.sequence, row.hash];
      }
      entries += rows.length;
      if (rows.length < AT_ONCE)
        return { entries, last, lastHash, records, faults: fault === undefined ? [] : [fault] };
    }
  }

  async #checkHead(tx: Tx, unitId: string, walk: Walk): Promise<LedgerFault[]> {
    const head = await new LedgerStore(tx).head(unitId);
    const [sequence, hash] = [head?.sequence ?? 0, head?.hash ?? GENESIS];
    if (sequence > walk.last) return [{ kind: 'end-missing', sequence, last: walk.last }];
    if (sequence < walk.last || hash !== walk.lastHash)
      return [{ kind: 'head-differs', sequence: walk.last }];
    return [];
  }

  async #checkSigned(
    tx: Tx,
    unitId: string,
    walk: Walk,
  ): Promise<{ count: number; faults: readonly LedgerFault[] }> {
    const store = new LedgerStore(tx);
    const faults: LedgerFault[] = [];
    const known = new Set(this.signingKeys.published().map(({ keyId }) => keyId));
    let count = 0;
    let later: string | null = null;
    for (;;) {
      const rows = await store.signed(unitId, later, AT_ONCE);
      for (const row of rows) {
        const { day, sequence } = row;
        if (later !== null && addDistrictDays(day, 1) !== later)
          faults.push({ kind: 'day-missing', day: addDistrictDays(day, 1) });
        later = day;
        const statement = headStatement({
          unitId,
          day,
          sequence,
          hash: row.hash,
          signedAt: row.signed_at,
        });
        const signature = { keyId: row.key_id, signature: row.signature };
        if (!known.has(row.key_id)) faults.push({ kind: 'key-unknown', day, keyId: row.key_id });
        else if (!this.signingKeys.verify(HEAD_PURPOSE, Buffer.from(statement), signature))
          faults.push({ kind: 'signature-invalid', day, keyId: row.key_id });
        else if (sequence > walk.last)
          faults.push({ kind: 'signed-end-missing', day, sequence, last: walk.last });
        else if ((await store.entry(unitId, sequence))?.hash !== row.hash)
          faults.push({ kind: 'signed-otherwise', day, sequence });
      }
      count += rows.length;
      // Earliest day first, as everything else.
      if (rows.length < AT_ONCE) return { count, faults: faults.reverse() };
    }
  }

  async #checkRecords(
    tx: Tx,
    unitId: string,
    walk: Walk,
  ): Promise<{ count: number; faults: readonly LedgerFault[] }> {
    const store = new HourRecordStore(tx);
    const unseen = new Map(walk.records);
    const faults: LedgerFault[] = [];
    const strangers: string[] = [];
    let count = 0;
    for (let after = ''; ;) {
      const rows = await store.wholeOfUnit(unitId, after, AT_ONCE);
      for (const row of rows) {
        const known = unseen.get(row.id);
        unseen.delete(row.id);
        after = row.id;
        if (known === undefined) strangers.push(row.id);
        else if (known.text !== canonicalJson({ ...row }))
          faults.push(alteredRecord(row.id, known, { ...row }));
      }
      count += rows.length;
      if (rows.length < AT_ONCE) break;
    }
    // A record that was moved to another unit is named where its ledger is.
    const elsewhere = await new LedgerStore(tx).unitsOf(strangers);
    for (const recordId of strangers)
      if (!elsewhere.has(recordId)) faults.push({ kind: 'record-unknown', recordId });
    const moved = new Map((await store.whole([...unseen.keys()])).map((row) => [row.id, row]));
    for (const [recordId, known] of unseen) {
      const row = moved.get(recordId);
      if (row === undefined) faults.push({ kind: 'record-missing', recordId, sequence: known.sequence });
      else faults.push(alteredRecord(recordId, known, { ...row }));
    }
    return { count, faults };
  }
}

function brokenLink(row: EntryRow, last: number, lastHash: string): LedgerFault | undefined {
  const { sequence } = row;
  if (sequence !== last + 1) return { kind: 'entry-missing', sequence: last + 1, found: sequence };
  if (row.hash !== linkHash(lastHash, row.content)) return { kind: 'link-broken', sequence };
  const content = readContent(row.content);
  const said = {
    unit_id: content?.unit,
    sequence: content?.sequence,
    event: content?.event,
    at: content?.at,
    record_id: content?.record['id'],
  };
  const columns = (Object.keys(said) as (keyof typeof said)[]).filter((name) => said[name] !== row[name]);
  return columns.length === 0 ? undefined : { kind: 'entry-mislabelled', sequence, columns };
}

const alteredRecord = (
  recordId: string,
  known: { readonly sequence: number; readonly text: string },
  row: Readonly<Record<string, string | number | null>>,
): LedgerFault => ({
  kind: 'record-altered',
  recordId,
  sequence: known.sequence,
  changes: changesBetween(JSON.parse(known.text) as Record<string, string | number | null>, row),
});
