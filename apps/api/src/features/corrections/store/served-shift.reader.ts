import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { STANDING } from '../../hours/index.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

/** What every list of this feature says about a shift (办法 art. 8). */
export const SHIFT_COLUMNS = `line.id AS shift_id, line.activity_id, a.title AS activity_title, r.name AS role_name,
  a.place_name, line.organization_id AS recording_unit_id, unit.name AS unit_name,
  line.starts_at, line.ends_at, s.break_minutes`;

/** Joins them to a row that has a `shift_id`. */
export const shiftJoins = (shiftId: string): string => `JOIN line ON line.id = ${shiftId}
  JOIN shift s ON s.id = line.id
  JOIN service_role r ON r.id = s.service_role_id
  JOIN activity a ON a.id = line.activity_id
  JOIN organization unit ON unit.id = line.organization_id`;

export interface ShiftColumns {
  readonly shift_id: string;
  readonly activity_id: string;
  readonly activity_title: string;
  readonly role_name: string;
  readonly place_name: string;
  readonly recording_unit_id: string;
  readonly unit_name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly break_minutes: number;
}

export interface ServedShiftRow extends ShiftColumns {
  readonly called_off: number;
  readonly counts: number;
}

export interface OwnShiftRow extends ShiftColumns {
  readonly had_place: number;
}

export interface UnrecordedRow extends ShiftColumns {
  readonly signup_id: string;
  readonly person_id: string;
  readonly person_name: string;
}

/** Places whose holder may have served. */
const PLACE = `('confirmed', 'attended', 'no-show')`;
const UNRECORDED = (person: string): string => `NOT EXISTS (
    SELECT 1 FROM hour_record h WHERE h.shift_id = line.id AND h.person_id = ${person} AND h.is_current = 1
  ) AND NOT EXISTS (
    SELECT 1 FROM manual_entry m WHERE m.shift_id = line.id AND m.person_id = ${person} AND m.status = 'waiting'
  )`;
const OVER = `line.kind = 'shift' AND line.published = 1 AND line.called_off = 0 AND r.counts = 1
  AND line.ends_at <= ? AND line.ends_at >= ?`;

/** From (not included) to (included); ISO 8601. */
export interface Ended {
  readonly after: string;
  readonly until: string;
}

/** Reads across features: shifts, and who had a place in them. */
export class ServedShiftReader {
  constructor(private readonly tx: Tx) {}

  async find(shiftId: string): Promise<ServedShiftRow | undefined> {
    const [row] = await this.tx.query<ServedShiftRow>(
      `SELECT ${SHIFT_COLUMNS}, line.called_off, r.counts
         FROM line
         JOIN shift s ON s.id = line.id
         JOIN service_role r ON r.id = s.service_role_id
         JOIN activity a ON a.id = line.activity_id
         JOIN organization unit ON unit.id = line.organization_id
        WHERE line.id = ? AND line.published = 1`,
      [shiftId],
    );
    return row;
  }

  async hadPlace(shiftId: string, personId: string): Promise<boolean> {
    const rows = await this.tx.query(
      `SELECT id FROM signup WHERE line_id = ? AND person_id = ? AND status IN ${PLACE}`,
      [shiftId, personId],
    );
    return rows.length > 0;
  }

  /** Whether a record of the shift stands for the volunteer, or an entry waits for approval. */
  async isRecorded(shiftId: string, personId: string): Promise<boolean> {
    const rows = await this.tx.query(
      `SELECT id FROM hour_record
        WHERE shift_id = ? AND person_id = ? AND is_current = 1 AND status IN (${marks(STANDING)})
       UNION ALL
       SELECT id FROM manual_entry WHERE shift_id = ? AND person_id = ? AND status = 'waiting'`,
      [shiftId, personId, ...STANDING, shiftId, personId],
    );
    return rows.length > 0;
  }

  /** Shifts without a record of this person: where they had a place, or every one of a stretch of time. */
  ownUnrecorded(
    personId: string,
    ended: Ended,
    starting: { readonly from: string; readonly before: string } | null,
  ): Promise<OwnShiftRow[]> {
    const place = `signup su ON su.line_id = line.id AND su.person_id = ? AND su.status IN ${PLACE}`;
    const within = starting === null ? '' : 'AND line.starts_at >= ? AND line.starts_at < ?';
    return this.tx.query<OwnShiftRow>(
      `SELECT ${SHIFT_COLUMNS}, CASE WHEN su.id IS NULL THEN 0 ELSE 1 END AS had_place
         FROM line
         ${starting === null ? 'JOIN' : 'LEFT JOIN'} ${place}
         JOIN shift s ON s.id = line.id
         JOIN service_role r ON r.id = s.service_role_id
         JOIN activity a ON a.id = line.activity_id
         JOIN organization unit ON unit.id = line.organization_id
        WHERE ${OVER} ${within} AND ${UNRECORDED('?')}
        ORDER BY had_place DESC, line.ends_at DESC, line.id LIMIT 50`,
      [
        personId,
        ended.until,
        ended.after,
        ...(starting === null ? [] : [starting.from, starting.before]),
        personId,
        personId,
      ],
    );
  }

  /** Volunteers with a place and no record, latest shift first. */
  unrecordedOf(unitIds: readonly string[], ended: Ended, page: PageRequest): Promise<UnrecordedRow[]> {
    const after = page.after === null ? '' : 'AND (line.ends_at < ? OR (line.ends_at = ? AND su.id > ?))';
    const [endsAt, id] = page.after ?? [];
    return this.tx.query<UnrecordedRow>(
      `SELECT ${SHIFT_COLUMNS}, su.id AS signup_id, su.person_id, p.display_name AS person_name
         FROM line
         JOIN signup su ON su.line_id = line.id AND su.status IN ${PLACE}
         JOIN person p ON p.id = su.person_id
         JOIN shift s ON s.id = line.id
         JOIN service_role r ON r.id = s.service_role_id
         JOIN activity a ON a.id = line.activity_id
         JOIN organization unit ON unit.id = line.organization_id
        WHERE line.organization_id IN (${marks(unitIds)}) AND ${OVER} ${after} AND ${UNRECORDED('su.person_id')}
        ORDER BY line.ends_at DESC, su.id LIMIT ${page.limit + 1}`,
      [
        ...unitIds,
        ended.until,
        ended.after,
        ...(page.after === null ? [] : [endsAt, endsAt, id]),
      ] as string[],
    );
  }
}
