import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { type HourRecordRow, HourRecordStore } from './hour-record.store.js';

/** A record with the names that art. 8 asks for. */
export interface HourViewRow extends HourRecordRow {
  readonly activity_title: string;
  readonly role_name: string;
  readonly place_name: string;
  readonly responsible_name: string;
  readonly unit_name: string;
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

export interface TotalsRow {
  readonly confirmed: number;
  readonly pending: number;
  readonly records: number;
}

const VIEW = `SELECT ${HourRecordStore.columns},
    a.title AS activity_title, a.place_name, a.responsible_name, r.name AS role_name,
    unit.name AS unit_name, decider.display_name AS decider_name, p.display_name AS person_name
  FROM hour_record h
  JOIN activity a ON a.id = h.activity_id
  JOIN shift s ON s.id = h.shift_id
  JOIN service_role r ON r.id = s.service_role_id
  JOIN organization unit ON unit.id = h.recording_unit_id
  JOIN person p ON p.id = h.person_id
  LEFT JOIN person decider ON decider.id = h.decided_by`;

/** 0 for what needs a second look, 1 for the rest: sorts flagged records first. */
const UNFLAGGED = 'CASE WHEN h.flag_count > 0 THEN 0 ELSE 1 END';

/** Reads of hour records; everything it returns is of the latest version. */
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
    if (slice.categoryId !== undefined) narrow('a.category_id = ?', slice.categoryId);
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
