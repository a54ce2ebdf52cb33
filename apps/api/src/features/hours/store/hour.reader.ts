import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { type HourRecordRow, HourRecordStore } from './hour-record.store.js';

export interface HourViewRow extends HourRecordRow {
  readonly decider_name: string | null;
  readonly person_name: string;
}

/** Some of a volunteer's records: what a figure of the totals is made of. */
export interface RecordSlice {
  /** Moments between which the shift starts, the second not included. */
  readonly starts?: { readonly from: string; readonly before: string };
  readonly unitId?: string | undefined;
  readonly categoryId?: string | undefined;
}

export interface StaffFilter {
  readonly status?: HourStatus | undefined;
  /** A district day; only records that are due earlier. */
  readonly dueBefore?: string | undefined;
}

/** What was done to one version. */
export interface HourEventRow {
  readonly subject_id: string;
  readonly action: string;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly reason: string | null;
}

/** What a certificate is made of. */
export interface ProvableRow extends HourRecordRow {
  readonly status: 'confirmed' | 'certified';
}

export interface TotalsRow {
  readonly confirmed: number;
  readonly pending: number;
  readonly records: number;
}

const VIEW = `SELECT ${HourRecordStore.columns},
    decider.display_name AS decider_name, p.display_name AS person_name
  FROM hour_record h
  JOIN person p ON p.id = h.person_id
  LEFT JOIN person decider ON decider.id = h.decided_by`;

/** 0 for what needs a second look, 1 for the rest: sorts flagged records first. */
const UNFLAGGED = 'CASE WHEN h.flag_count > 0 THEN 0 ELSE 1 END';

/** Reads of hour records: lists are of the latest versions. */
export class HourReader {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<HourViewRow | undefined> {
    const [row] = await this.tx.query<HourViewRow>(`${VIEW} WHERE h.id = ?`, [id]);
    return row;
  }

  mine(personId: string, slice: RecordSlice, page: PageRequest): Promise<HourViewRow[]> {
    const where = ['h.person_id = ?', 'h.is_current = 1'];
    const values: (string | number)[] = [personId];
    const narrow = (condition: string, ...given: (string | number)[]) => {
      where.push(condition);
      values.push(...given);
    };
    if (slice.starts !== undefined)
      narrow('h.shift_starts_at >= ? AND h.shift_starts_at < ?', slice.starts.from, slice.starts.before);
    if (slice.unitId !== undefined) narrow('h.recording_unit_id = ?', slice.unitId);
    if (slice.categoryId !== undefined)
      narrow('h.activity_id IN (SELECT id FROM activity WHERE category_id = ?)', slice.categoryId);
    const [startsAt, id] = page.after ?? [];
    if (startsAt !== undefined && id !== undefined)
      narrow('(h.shift_starts_at < ? OR (h.shift_starts_at = ? AND h.id < ?))', startsAt, startsAt, id);
    return this.tx.query<HourViewRow>(
      `${VIEW} WHERE ${where.join(' AND ')}
        ORDER BY h.shift_starts_at DESC, h.id DESC LIMIT ${page.limit + 1}`,
      values,
    );
  }

  /** Flagged first, then by due date. */
  ofUnits(
    unitIds: readonly string[],
    { status, dueBefore }: StaffFilter,
    page: PageRequest,
  ): Promise<HourViewRow[]> {
    const where = [`h.recording_unit_id IN (${marks(unitIds)})`, 'h.is_current = 1'];
    const values: (string | number)[] = [...unitIds];
    if (status !== undefined) {
      where.push('h.status = ?');
      values.push(status);
    }
    if (dueBefore !== undefined) {
      where.push('h.due_on < ?');
      values.push(dueBefore);
    }
    if (page.after !== null) {
      where.push(`(${UNFLAGGED}, h.due_on, h.id) > (?, ?, ?)`);
      values.push(...page.after);
    }
    return this.tx.query<HourViewRow>(
      `${VIEW} WHERE ${where.join(' AND ')} ORDER BY ${UNFLAGGED}, h.due_on, h.id LIMIT ${page.limit + 1}`,
      values,
    );
  }

  /** Every version of what this record is a version of, latest first; empty unless it is this person's. */
  versions(personId: string, recordId: string): Promise<HourRecordRow[]> {
    return this.tx.query<HourRecordRow>(
      `SELECT ${HourRecordStore.columns} FROM hour_record named
         JOIN hour_record h ON h.shift_id = named.shift_id AND h.person_id = named.person_id
        WHERE named.id = ? AND named.person_id = ? ORDER BY h.version DESC`,
      [recordId, personId],
    );
  }

  /** In the order in which they happened. */
  events(recordIds: readonly string[]): Promise<HourEventRow[]> {
    return this.tx.query<HourEventRow>(
      `SELECT j.subject_id, j.action, j.at, j.actor_id, j.reason, p.display_name AS actor_name
         FROM journal j LEFT JOIN person p ON p.id = j.actor_id
        WHERE j.subject_kind = 'hour-record' AND j.subject_id IN (${marks(recordIds)}) ORDER BY j.at, j.id`,
      recordIds,
    );
  }

  /** What one unit may prove of one person, earliest first; the stretch ends before `to`. */
  provable(personId: string, unitId: string, from: string, to: string): Promise<ProvableRow[]> {
    return this.tx.query<ProvableRow>(
      `SELECT ${HourRecordStore.columns} FROM hour_record h
        WHERE h.person_id = ? AND h.recording_unit_id = ? AND h.is_current = 1
          AND h.status IN ('confirmed', 'certified') AND h.shift_starts_at >= ? AND h.shift_starts_at < ?
        ORDER BY h.shift_starts_at, h.id`,
      [personId, unitId, from, to],
    );
  }

  async totals(personId: string): Promise<TotalsRow> {
    const [row] = await this.tx.query<TotalsRow>(
      `SELECT SUM(CASE WHEN status IN ('confirmed', 'certified') THEN minutes ELSE 0 END) AS confirmed,
              SUM(CASE WHEN status = 'pending' THEN minutes ELSE 0 END) AS pending,
              COUNT(*) AS records
         FROM hour_record
        WHERE person_id = ? AND is_current = 1 AND status IN ('pending', 'confirmed', 'certified')`,
      [personId],
    );
    // Sums come as text from one driver, and as null where there is no row.
    return {
      confirmed: Number(row?.confirmed ?? 0),
      pending: Number(row?.pending ?? 0),
      records: Number(row?.records ?? 0),
    };
  }
}
