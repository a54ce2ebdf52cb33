import type { AdmissionMethod } from '@xiaolin/shared-types/admissions/schema';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { insertMissing, insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** An occurrence with what its door needs to know about it. */
export interface OccurrenceRow {
  readonly id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly starts_at: string;
  readonly ends_at: string;
}

/** A place with where it stands at the door. */
export interface PlaceRow {
  readonly signup_id: string;
  readonly person_name: string;
  readonly status: SignupStatus;
  readonly position: number;
  readonly seats: number;
  readonly admitted_seats: number | null;
  readonly admitted_at: string | null;
  readonly admitted_by: string | null;
  readonly admitted_by_name: string | null;
  readonly excused_at: string | null;
  readonly excuse_reason: string | null;
}

/** A row of `admission`. */
export interface StandingRow {
  readonly signup_id: string;
  readonly line_id: string;
  readonly admitted_seats: number;
  readonly admitted_at: string | null;
  readonly admitted_by: string | null;
  readonly excused_at: string | null;
  readonly excuse_reason: string | null;
}

export interface AdmissionEvent {
  readonly id: string;
  readonly signup_id: string;
  readonly line_id: string;
  readonly actor_id: string;
  readonly action: 'admitted' | 'undone' | 'excused';
  readonly seats: number;
  readonly method: AdmissionMethod | null;
  readonly device_time: string | null;
  readonly reason: string | null;
  readonly at: string;
}

const OCCURRENCE = `SELECT id, organization_id, title, starts_at, ends_at FROM line
  WHERE id = ? AND kind = 'occurrence' AND published = 1`;

const PLACE = `SELECT s.id AS signup_id, p.display_name AS person_name, s.status, s.position, s.seats,
    a.admitted_seats, a.admitted_at, a.admitted_by, staff.display_name AS admitted_by_name,
    a.excused_at, a.excuse_reason
  FROM signup s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN admission a ON a.signup_id = s.id
  LEFT JOIN person staff ON staff.id = a.admitted_by`;

/** Statuses of a place that holds or held its seats to the end. */
const HELD = `('confirmed', 'attended', 'no-show')`;

export class AdmissionStore {
  constructor(private readonly tx: Tx) {}

  /** Everything at the door of an occurrence is decided under the lock of its line, as its places are. */
  async lock(occurrenceId: string): Promise<OccurrenceRow | undefined> {
    const [row] = await this.tx.query<OccurrenceRow>(`${OCCURRENCE}${this.tx.forUpdate}`, [occurrenceId]);
    return row;
  }

  async find(occurrenceId: string): Promise<OccurrenceRow | undefined> {
    const [row] = await this.tx.query<OccurrenceRow>(OCCURRENCE, [occurrenceId]);
    return row;
  }

  places(occurrenceId: string, signupIds: readonly string[]): Promise<PlaceRow[]> {
    return this.tx.query<PlaceRow>(`${PLACE} WHERE s.line_id = ? AND s.id IN (${marks(signupIds)})`, [
      occurrenceId,
      ...signupIds,
    ]);
  }

  async names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.tx.query<{ id: string; display_name: string }>(
      `SELECT id, display_name FROM person WHERE id IN (${marks(personIds)})`,
      personIds,
    );
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }

  /** Seats that are held, and how many of them are in. */
  async counts(occurrenceId: string): Promise<{ admittedSeats: number; confirmedSeats: number }> {
    const [row] = await this.tx.query<{ admitted: number | null; confirmed: number | null }>(
      `SELECT (SELECT admitted_seats FROM door WHERE line_id = ?) AS admitted, SUM(seats) AS confirmed
         FROM signup WHERE line_id = ? AND status IN ${HELD}`,
      [occurrenceId, occurrenceId],
    );
    // A sum comes as text from one driver and as a number from the other.
    return { admittedSeats: Number(row?.admitted ?? 0), confirmedSeats: Number(row?.confirmed ?? 0) };
  }

  /** Writes where places stand now, each at most once. */
  async save(
    occurrenceId: string,
    standings: readonly { readonly row: StandingRow; readonly known: boolean }[],
    admittedSeats: number,
  ): Promise<void> {
    const unknown = standings.filter(({ known }) => !known);
    await insertRows(
      this.tx,
      'admission',
      unknown.map(({ row }) => ({ ...row })),
    );
    for (const { row } of standings.filter(({ known }) => known))
      await this.tx.query(
        `UPDATE admission SET admitted_seats = ?, admitted_at = ?, admitted_by = ?, excused_at = ?, excuse_reason = ?
          WHERE signup_id = ?`,
        [
          row.admitted_seats,
          row.admitted_at,
          row.admitted_by,
          row.excused_at,
          row.excuse_reason,
          row.signup_id,
        ],
      );
    const closed = { line_id: occurrenceId, admitted_seats: 0, settled_at: null };
    if (admittedSeats > 0) await insertMissing(this.tx, 'door', ['line_id'], [closed]);
    await this.tx.query('UPDATE door SET admitted_seats = ? WHERE line_id = ?', [
      admittedSeats,
      occurrenceId,
    ]);
  }

  appendEvents(events: readonly AdmissionEvent[]): Promise<void> {
    return insertRows(
      this.tx,
      'admission_event',
      events.map((event) => ({ ...event })),
    );
  }
}
