import type { Direction, Method } from '@xiaolin/shared-types/attendance/schema';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { StoredState } from '../rules/attendance-states.js';

/** A shift with what attendance needs to know about it. */
export interface ShiftRow {
  readonly id: string;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly taken: number;
  readonly break_minutes: number;
  readonly counts: number;
  readonly activity_title: string;
  readonly role_name: string;
}

export interface AttendanceRow {
  readonly person_id: string;
  readonly state: StoredState;
  readonly in_at: string;
  readonly in_method: Method;
  readonly out_at: string | null;
  /** Minutes of the current hour record, where there is one. */
  readonly minutes: number | null;
}

export interface EventRow {
  readonly id: string;
  readonly shift_id: string;
  readonly person_id: string;
  readonly actor_id: string;
  readonly direction: Direction;
  readonly method: Method;
  /** `repeated`: this way was taken already; it is kept because it used a one-time code up. */
  readonly outcome: 'accepted' | 'repeated';
  readonly device_time: string;
  readonly server_time: string;
  readonly code_nonce: string | null;
  readonly reason: string | null;
}

export interface WayIn {
  readonly id: string;
  readonly personId: string;
  readonly at: string;
  readonly method: Method;
}

export interface WayOut {
  readonly personId: string;
  readonly at: string;
  readonly method: Method;
}

export class AttendanceStore {
  constructor(private readonly tx: Tx) {}

  /** Everything about the attendance of a shift is decided under the lock of its line, as its places are. */
  async lockShift(shiftId: string): Promise<ShiftRow | undefined> {
    await this.tx.query(`SELECT id FROM line WHERE id = ?${this.tx.forUpdate}`, [shiftId]);
    // Joined only afterwards: FOR UPDATE would lock the role, the activity and all its other shifts, too.
    return this.shift(shiftId);
  }

  /** A shift that was published. */
  async shift(shiftId: string): Promise<ShiftRow | undefined> {
    const [row] = await this.tx.query<ShiftRow>(
      `SELECT line.id, line.activity_id, line.organization_id, line.starts_at, line.ends_at, line.taken,
              shift.break_minutes, r.counts, r.name AS role_name, a.title AS activity_title
         FROM line
         JOIN shift ON shift.id = line.id
         JOIN service_role r ON r.id = shift.service_role_id
         JOIN activity a ON a.id = line.activity_id
        WHERE line.id = ? AND line.kind = 'shift' AND line.published = 1`,
      [shiftId],
    );
    return row;
  }

  /** Which of these people have a confirmed place; without a list, everybody who has one. */
  async confirmed(shiftId: string, among?: readonly string[]): Promise<readonly string[]> {
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT person_id FROM signup WHERE line_id = ? AND status = 'confirmed'
        ${among === undefined ? '' : `AND person_id IN (${marks(among)})`}`,
      [shiftId, ...(among ?? [])],
    );
    return rows.map((row) => row.person_id);
  }

  async names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.query<{ id: string; display_name: string }>(
      `SELECT id, display_name FROM person WHERE id IN (${marks(personIds)})`,
      personIds,
    );
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }

  of(shiftId: string, personIds: readonly string[]): Promise<AttendanceRow[]> {
    return this.tx.query<AttendanceRow>(
      `SELECT t.person_id, t.state, t.in_at, t.in_method, t.out_at, h.minutes
         FROM attendance t
         LEFT JOIN hour_record h ON h.shift_id = t.shift_id AND h.person_id = t.person_id AND h.is_current = 1
        WHERE t.shift_id = ? AND t.person_id IN (${marks(personIds)})`,
      [shiftId, ...personIds],
    );
  }

  /** The events that made these people's attendance what it is. */
  accepted(shiftId: string, personIds: readonly string[]): Promise<EventRow[]> {
    return this.tx.query<EventRow>(
      `SELECT id, shift_id, person_id, actor_id, direction, method, outcome, device_time, server_time, code_nonce, reason
         FROM attendance_event
        WHERE shift_id = ? AND outcome = 'accepted' AND person_id IN (${marks(personIds)})`,
      [shiftId, ...personIds],
    );
  }

  async usedNonces(nonces: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.query<{ code_nonce: string }>(
      `SELECT code_nonce FROM attendance_event WHERE code_nonce IN (${marks(nonces)})`,
      nonces,
    );
    return new Set(rows.map((row) => row.code_nonce));
  }

  insertIn(shiftId: string, ways: readonly WayIn[]): Promise<void> {
    return insertRows(
      this.tx,
      'attendance',
      ways.map((way) => ({
        id: way.id,
        shift_id: shiftId,
        person_id: way.personId,
        state: 'checked-in',
        in_at: way.at,
        in_method: way.method,
        out_at: null,
        out_method: null,
      })),
    );
  }

  /** One statement for all ways out; each person once. */
  async markOut(shiftId: string, ways: readonly WayOut[], state: StoredState): Promise<void> {
    if (ways.length === 0) return;
    const cases = ways.map(() => 'WHEN ? THEN ?').join(' ');
    await this.tx.query(
      `UPDATE attendance SET state = ?, out_at = CASE person_id ${cases} END, out_method = CASE person_id ${cases} END
        WHERE shift_id = ? AND person_id IN (${marks(ways)})`,
      [
        state,
        ...ways.flatMap((way) => [way.personId, way.at]),
        ...ways.flatMap((way) => [way.personId, way.method]),
        shiftId,
        ...ways.map((way) => way.personId),
      ],
    );
  }

  appendEvents(events: readonly EventRow[]): Promise<void> {
    return insertRows(
      this.tx,
      'attendance_event',
      events.map((event) => ({ ...event })),
    );
  }
}
