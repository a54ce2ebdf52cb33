import type { ReportFormat, ReportKind } from '@xiaolin/shared-types/reports/schema';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface OrderRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly subject_id: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly with_phones: boolean;
  readonly reason: string | null;
  readonly ordered_at: string;
}

const COLUMNS =
  'id, person_id, kind, format, subject_id, period_from, period_to, with_phones, reason, ordered_at';

/** Orders of reports; never changed afterwards. */
export class OrderStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<OrderRow | undefined> {
    const [row] = await this.tx.query<Omit<OrderRow, 'with_phones'> & { with_phones: unknown }>(
      `SELECT ${COLUMNS} FROM report_order WHERE id = ?`,
      [id],
    );
    return row && { ...row, with_phones: Number(row.with_phones) === 1 };
  }

  /** This person's orders since a moment, earliest first; the person is locked, so that two orders count each other. */
  async lockRecent(
    personId: string,
    since: string,
  ): Promise<{ readonly withPhones: boolean; readonly at: string }[]> {
    await this.tx.query(`SELECT id FROM person WHERE id = ?${this.tx.forUpdate}`, [personId]);
    const rows = await this.tx.query<{ with_phones: unknown; ordered_at: string }>(
      'SELECT with_phones, ordered_at FROM report_order WHERE person_id = ? AND ordered_at > ? ORDER BY ordered_at',
      [personId, since],
    );
    return rows.map((row) => ({ withPhones: Number(row.with_phones) === 1, at: row.ordered_at }));
  }

  insert(row: OrderRow): Promise<void> {
    return insertRows(this.tx, 'report_order', [{ ...row }]);
  }
}
