import type { EntryStatus } from '@xiaolin/shared-types/corrections/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { SHIFT_COLUMNS, type ShiftColumns, shiftJoins } from './served-shift.reader.js';

export interface EntryRow {
  readonly id: string;
  readonly person_id: string;
  readonly shift_id: string;
  readonly activity_id: string;
  readonly recording_unit_id: string;
  readonly author_id: string;
  readonly author_role: string;
  readonly author_unit_id: string;
  readonly deciding_unit_id: string;
  readonly in_at: string;
  readonly out_at: string;
  readonly minutes: number;
  readonly reason: string;
  readonly status: EntryStatus;
  readonly had_place: number;
  readonly correction_id: string | null;
  readonly due_on: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly decision_reason: string | null;
  readonly record_id: string | null;
  readonly approved_month: string | null;
  readonly created_at: string;
}

export interface EntryViewRow extends EntryRow, Omit<ShiftColumns, 'shift_id' | 'activity_id'> {
  readonly person_name: string;
  readonly author_name: string;
  readonly author_unit_name: string;
  readonly deciding_name: string;
  readonly decider_name: string | null;
}

const VIEW = `SELECT m.*, ${SHIFT_COLUMNS}, p.display_name AS person_name, author.display_name AS author_name,
    author_unit.name AS author_unit_name, deciding.name AS deciding_name, decider.display_name AS decider_name
  FROM manual_entry m
  ${shiftJoins('m.shift_id')}
  JOIN person p ON p.id = m.person_id
  JOIN person author ON author.id = m.author_id
  JOIN organization author_unit ON author_unit.id = m.author_unit_id
  JOIN organization deciding ON deciding.id = m.deciding_unit_id
  LEFT JOIN person decider ON decider.id = m.decided_by`;

export class EntryStore {
  constructor(private readonly tx: Tx) {}

  async lock(id: string): Promise<EntryRow | undefined> {
    const [row] = await this.tx.query<EntryRow>(
      `SELECT * FROM manual_entry WHERE id = ?${this.tx.forUpdate}`,
      [id],
    );
    return row;
  }

  insert(row: EntryRow): Promise<void> {
    return insertRows(this.tx, 'manual_entry', [{ ...row }]);
  }

  save(id: string, set: Partial<EntryRow>): Promise<void> {
    return updateRow(this.tx, 'manual_entry', id, set as Record<string, string | number | null>);
  }

  async find(id: string): Promise<EntryViewRow | undefined> {
    const [row] = await this.tx.query<EntryViewRow>(`${VIEW} WHERE m.id = ?`, [id]);
    return row;
  }

  /** Those that wait by due date, the others latest first. */
  ofUnits(unitIds: readonly string[], status: EntryStatus, page: PageRequest): Promise<EntryViewRow[]> {
    const [order, after] =
      status === 'waiting'
        ? (['m.due_on, m.id', 'AND (m.due_on, m.id) > (?, ?)'] as const)
        : (['m.created_at DESC, m.id DESC', 'AND (m.created_at, m.id) < (?, ?)'] as const);
    return this.tx.query<EntryViewRow>(
      `${VIEW} WHERE m.recording_unit_id IN (${marks(unitIds)}) AND m.status = ?
        ${page.after === null ? '' : after} ORDER BY ${order} LIMIT ${page.limit + 1}`,
      [...unitIds, status, ...(page.after ?? [])],
    );
  }

  async idsOfMonth(month: string): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      'SELECT id FROM manual_entry WHERE approved_month = ? ORDER BY id',
      [month],
    );
    return rows.map(({ id }) => id);
  }

  named(ids: readonly string[]): Promise<EntryViewRow[]> {
    return this.tx.query<EntryViewRow>(`${VIEW} WHERE m.id IN (${marks(ids)})`, ids);
  }
}
