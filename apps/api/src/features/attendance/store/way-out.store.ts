import type { WayOutSide } from '@xiaolin/shared-types/attendance/ways-out';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import type { WayOutState } from '../rules/decide-way-out.js';

export interface WayOutRow {
  readonly id: string;
  readonly shift_id: string;
  readonly person_id: string;
  readonly side: WayOutSide;
  readonly proposed_by: string;
  readonly scope_id: string | null;
  readonly out_at: string;
  readonly reason: string;
  readonly state: WayOutState;
  readonly proposed_at: string;
  readonly answered_by: string | null;
  readonly answered_at: string | null;
  readonly answer_reason: string | null;
}

/** A stay without an end, with the proposal that waits. */
export interface MissingRow {
  readonly attendance_id: string;
  readonly shift_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly organization_id: string;
  readonly activity_title: string;
  readonly role_name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly in_at: string;
  readonly proposal_id: string | null;
  readonly side: WayOutSide | null;
  readonly proposed_by: string | null;
  readonly proposer_name: string | null;
  readonly scope_id: string | null;
  readonly out_at: string | null;
  readonly reason: string | null;
  readonly proposed_at: string | null;
  /** 0 where a proposal waits, else 1. */
  readonly rank: number;
}

const COLUMNS =
  'id, shift_id, person_id, side, proposed_by, scope_id, out_at, reason, state, proposed_at, answered_by, answered_at, answer_reason';

const RANK = 'CASE WHEN w.id IS NULL THEN 1 ELSE 0 END';

const MISSING = `SELECT t.id AS attendance_id, t.shift_id, t.person_id, p.display_name AS person_name, line.organization_id,
    a.title AS activity_title, r.name AS role_name, line.starts_at, line.ends_at, t.in_at,
    w.id AS proposal_id, w.side, w.proposed_by, by_whom.display_name AS proposer_name, w.scope_id, w.out_at, w.reason,
    w.proposed_at, ${RANK} AS waits
  FROM attendance t
  JOIN line ON line.id = t.shift_id
  JOIN shift ON shift.id = t.shift_id
  JOIN service_role r ON r.id = shift.service_role_id
  JOIN activity a ON a.id = line.activity_id
  JOIN person p ON p.id = t.person_id
  LEFT JOIN way_out w ON w.shift_id = t.shift_id AND w.person_id = t.person_id AND w.state = 'open'
  LEFT JOIN person by_whom ON by_whom.id = w.proposed_by
  WHERE t.state = 'checked-in' AND line.ends_at < ?`;

const missing = (rows: readonly (MissingRow & { readonly waits: number | string })[]): MissingRow[] =>
  rows.map(({ waits, ...row }) => ({ ...row, rank: Number(waits) }));

/** Stays without an end, and what was proposed about them. */
export class WayOutStore {
  constructor(private readonly tx: Tx) {}

  /** @param endedBefore the way out of shifts that ended before this moment is closed */
  async mine(personId: string, endedBefore: string): Promise<MissingRow[]> {
    return missing(
      await this.tx.query(`${MISSING} AND t.person_id = ? ORDER BY line.starts_at DESC, t.id LIMIT 50`, [
        endedBefore,
        personId,
      ]),
    );
  }

  async ofUnits(unitIds: readonly string[], endedBefore: string, page: PageRequest): Promise<MissingRow[]> {
    const after = page.after === null ? '' : `AND (${RANK}, line.ends_at, t.id) > (?, ?, ?)`;
    return missing(
      await this.tx.query(
        `${MISSING} AND line.organization_id IN (${marks(unitIds)}) ${after}
          ORDER BY ${RANK}, line.ends_at, t.id LIMIT ${page.limit + 1}`,
        [endedBefore, ...unitIds, ...(page.after ?? [])],
      ),
    );
  }

  async one(shiftId: string, personId: string): Promise<MissingRow | undefined> {
    const rows = missing(
      await this.tx.query(`${MISSING} AND t.shift_id = ? AND t.person_id = ?`, [
        // Of one stay that is already known to be missing its end.
        '9999-12-31T00:00:00.000Z',
        shiftId,
        personId,
      ]),
    );
    return rows[0];
  }

  async find(id: string): Promise<WayOutRow | undefined> {
    return (await this.tx.query<WayOutRow>(`SELECT ${COLUMNS} FROM way_out WHERE id = ?`, [id]))[0];
  }

  async waits(shiftId: string, personId: string): Promise<boolean> {
    const rows = await this.tx.query(
      `SELECT id FROM way_out WHERE shift_id = ? AND person_id = ? AND state = 'open'`,
      [shiftId, personId],
    );
    return rows.length > 0;
  }

  insert(row: WayOutRow): Promise<void> {
    return insertRows(this.tx, 'way_out', [{ ...row }]);
  }

  answer(
    id: string,
    set: Pick<WayOutRow, 'state' | 'answered_by' | 'answered_at' | 'answer_reason'>,
  ): Promise<void> {
    return updateRow(this.tx, 'way_out', id, { ...set });
  }

  /** Shifts that ended within a stretch of time and still have somebody checked in whom nobody has reminded. */
  async shiftsToRemind(endedAfter: string, endedBy: string, most: number): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT line.id FROM line
        WHERE line.kind = 'shift' AND line.published = 1 AND line.ends_at > ? AND line.ends_at <= ?
          AND EXISTS (SELECT 1 FROM attendance t
                       WHERE t.shift_id = line.id AND t.state = 'checked-in' AND t.reminded_at IS NULL)
        ORDER BY line.ends_at, line.id LIMIT ${Math.trunc(most)}`,
      [endedAfter, endedBy],
    );
    return rows.map(({ id }) => id);
  }

  /** Who is still checked in and was never reminded; they are marked in the same breath. */
  async remind(shiftId: string, at: string): Promise<readonly string[]> {
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT person_id FROM attendance WHERE shift_id = ? AND state = 'checked-in' AND reminded_at IS NULL
        ORDER BY person_id`,
      [shiftId],
    );
    const people = rows.map(({ person_id }) => person_id);
    await this.tx.query(
      `UPDATE attendance SET reminded_at = ? WHERE shift_id = ? AND person_id IN (${marks(people)})`,
      [at, shiftId, ...people],
    );
    return people;
  }
}
