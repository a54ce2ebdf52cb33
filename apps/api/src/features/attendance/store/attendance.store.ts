import type { Direction, DistanceBand, Method, PlaceFinding } from '@xiaolin/shared-types/attendance/schema';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { Trace } from '../rules/evidence.js';
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
  /**
   * `repeated`: this way was taken already; it is kept because it used a one-time code up. `held`: a way out that
   * arrived before its way in; what comes of it is an event of its own.
   */
  readonly outcome: 'accepted' | 'repeated' | 'held';
  readonly device_time: string;
  /** When it was received. */
  readonly server_time: string;
  /** When it was scanned, where that is something else: a late scan. */
  readonly counted_at: string | null;
  readonly code_nonce: string | null;
  readonly reason: string | null;
  readonly device_hash: string | null;
  readonly place_outcome: PlaceFinding['outcome'] | null;
  readonly distance_band: DistanceBand | null;
}

/** The moment that counts. */
export const momentOf = (event: Pick<EventRow, 'counted_at' | 'server_time'>): string =>
  event.counted_at ?? event.server_time;

/** What an event says about how it was scanned. */
export const traceOf = (event: EventRow): Trace => ({
  personId: event.person_id,
  actorId: event.actor_id,
  direction: event.direction,
  method: event.method,
  at: momentOf(event),
  late: event.counted_at !== null,
  deviceHash: event.device_hash,
  placeOutcome: event.place_outcome,
});

/** Where a person was in another shift. */
export interface ElsewhereRow {
  readonly person_id: string;
  readonly shift_id: string;
  readonly activity_id: string;
  readonly in_at: string;
  readonly out_at: string | null;
  readonly ends_at: string;
}

const EVENT = `id, shift_id, person_id, actor_id, direction, method, outcome, device_time, server_time, counted_at,
  code_nonce, reason, device_hash, place_outcome, distance_band`;

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

  /** The events that made these people's attendance what it is, and ways out that wait for their way in. */
  events(shiftId: string, personIds: readonly string[]): Promise<EventRow[]> {
    return this.tx.query<EventRow>(
      `SELECT ${EVENT} FROM attendance_event
        WHERE shift_id = ? AND outcome IN ('accepted', 'held') AND person_id IN (${marks(personIds)})`,
      [shiftId, ...personIds],
    );
  }

  /** What these devices scanned and these people ticked in the shift, whoever it was for. */
  eventsBy(shiftId: string, devices: readonly string[], tickers: readonly string[]): Promise<EventRow[]> {
    return this.tx.query<EventRow>(
      `SELECT ${EVENT} FROM attendance_event
        WHERE shift_id = ? AND outcome = 'accepted'
          AND (device_hash IN (${marks(devices)}) OR (method = 'roster-tick' AND actor_id IN (${marks(tickers)})))`,
      [shiftId, ...devices, ...tickers],
    );
  }

  /** Where these people were in other shifts that touch the stretch of time. */
  elsewhere(
    shiftId: string,
    personIds: readonly string[],
    from: string,
    to: string,
  ): Promise<ElsewhereRow[]> {
    return this.tx.query<ElsewhereRow>(
      `SELECT t.person_id, t.shift_id, line.activity_id, t.in_at, t.out_at, line.ends_at
         FROM attendance t JOIN line ON line.id = t.shift_id
        WHERE t.person_id IN (${marks(personIds)}) AND t.shift_id <> ? AND t.in_at < ? AND line.ends_at > ?`,
      [...personIds, shiftId, to, from],
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

  /** Ways in that turned out to have been earlier. */
  async moveIn(shiftId: string, ways: readonly Omit<WayIn, 'id'>[]): Promise<void> {
    for (const { personId, at, method } of ways)
      await this.tx.query(
        'UPDATE attendance SET in_at = ?, in_method = ? WHERE shift_id = ? AND person_id = ?',
        [at, method, shiftId, personId],
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
