import { canonicalJson } from '@xiaolin/shared-types/contract/canonical';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GENESIS, linkHash } from '../../hashing/link-hash.js';

type Row = Readonly<Record<string, string | number | null>>;

const COLUMNS =
  'id, shift_id, person_id, activity_id, recording_unit_id, version, is_current, status, minutes, flags, flag_count, computation, due_on, shift_starts_at, shift_ends_at, decided_by, decided_at, rejection_reason, created_at, facts';

/**
 * Records that are older than the ledger become its first entries, in the order in which they were made. What was
 * done to them before cannot be told from them any more. Run again after it was killed, it begins anew: until it has
 * ended nothing else has written here.
 */
export class AdoptHourRecords1795000000085 implements MigrationInterface {
  name = 'AdoptHourRecords1795000000085';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_entry', 'ledger_head']) await runner.query(`DELETE FROM ${table}`);
    const rows = (await runner.query(
      `SELECT ${COLUMNS} FROM hour_record ORDER BY recording_unit_id, created_at, id`,
    )) as Row[];
    const at = new Date().toISOString();
    const heads = new Map<string, { sequence: number; hash: string }>();
    for (const record of rows) {
      const unit = String(record['recording_unit_id']);
      const before = heads.get(unit) ?? { sequence: 0, hash: GENESIS };
      const sequence = before.sequence + 1;
      const content = canonicalJson({
        v: 1,
        unit,
        sequence,
        event: 'adopted',
        at,
        by: null,
        reason: null,
        record: { ...record },
      });
      const hash = linkHash(before.hash, content);
      await runner.query(
        'INSERT INTO ledger_entry (unit_id, sequence, record_id, event, at, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [unit, sequence, record['id'], 'adopted', at, content, hash],
      );
      heads.set(unit, { sequence, hash });
    }
    for (const [unit, { sequence, hash }] of heads)
      await runner.query('INSERT INTO ledger_head (unit_id, sequence, hash, at) VALUES (?, ?, ?, ?)', [
        unit,
        sequence,
        hash,
        at,
      ]);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}
