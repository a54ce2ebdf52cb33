import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface SignupRow {
  readonly id: string;
  readonly line_id: string;
  readonly person_id: string;
  readonly status: SignupStatus;
  readonly position: number;
  readonly decided_at: string;
}

export interface SignupEvent {
  readonly id: string;
  readonly signup_id: string;
  readonly line_id: string;
  readonly actor_id: string;
  readonly action: 'signed-up' | 'rejoined' | 'cancelled' | 'promoted' | 'called-off';
  readonly before_status: SignupStatus | null;
  readonly after_status: SignupStatus;
  readonly position: number;
  readonly reason: string | null;
  readonly at: string;
}

export interface ClashRow {
  readonly person_id: string;
  readonly title: string;
  readonly starts_at: string;
}

const COLUMNS = 'id, line_id, person_id, status, position, decided_at';

export class SignupStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<SignupRow | undefined> {
    const [row] = await this.tx.query<SignupRow>(`SELECT ${COLUMNS} FROM signup WHERE id = ?`, [id]);
    return row;
  }

  /**
   * Locks people in one order and says which of them exist. Two lines have two locks; this one keeps a person from
   * being confirmed in two clashing lines at once.
   */
  async lockPeople(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT id FROM person WHERE id IN (${marks(personIds)}) ORDER BY id${this.tx.forUpdate}`,
      [...personIds].sort(),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What these people hold or held in this line. */
  heldBy(lineId: string, personIds: readonly string[]): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND person_id IN (${marks(personIds)})`,
      [lineId, ...personIds],
    );
  }

  /** Confirmed places of these people in other lines that overlap this time; ends that touch do not. */
  clashes(
    personIds: readonly string[],
    line: { id: string; starts_at: string; ends_at: string },
  ): Promise<ClashRow[]> {
    return this.tx.query<ClashRow>(
      `SELECT s.person_id, other.title, other.starts_at
         FROM signup s JOIN line other ON other.id = s.line_id
        WHERE s.person_id IN (${marks(personIds)}) AND s.status = 'confirmed' AND other.id <> ?
          AND other.called_off = 0 AND other.starts_at < ? AND other.ends_at > ?
        ORDER BY other.starts_at`,
      [...personIds, line.id, line.ends_at, line.starts_at],
    );
  }

  /** Who waits, first in line first. */
  waiting(lineId: string, most: number): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND status = 'waitlisted' ORDER BY position LIMIT ${Math.trunc(most)}`,
      [lineId],
    );
  }

  live(lineIds: readonly string[]): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id IN (${marks(lineIds)}) AND status IN ('confirmed', 'waitlisted') ORDER BY id`,
      lineIds,
    );
  }

  insert(rows: readonly SignupRow[]): Promise<void> {
    return insertRows(
      this.tx,
      'signup',
      rows.map((row) => ({ ...row, registered_by: row.person_id, cancelled_at: null, cancel_reason: null })),
    );
  }

  /** Takes a cancelled row up again, at the tail of the line. */
  async rejoin(row: SignupRow): Promise<void> {
    await this.tx.query(
      'UPDATE signup SET status = ?, position = ?, decided_at = ?, cancelled_at = NULL, cancel_reason = NULL WHERE id = ?',
      [row.status, row.position, row.decided_at, row.id],
    );
  }

  async cancel(
    ids: readonly string[],
    status: SignupStatus,
    at: string,
    reason: string | null,
  ): Promise<void> {
    await this.tx.query(
      `UPDATE signup SET status = ?, cancelled_at = ?, cancel_reason = ?, decided_at = ? WHERE id IN (${marks(ids)})`,
      [status, at, reason, at, ...ids],
    );
  }

  async confirm(ids: readonly string[], at: string): Promise<void> {
    await this.tx.query(
      `UPDATE signup SET status = 'confirmed', decided_at = ? WHERE id IN (${marks(ids)})`,
      [at, ...ids],
    );
  }

  appendEvents(events: readonly SignupEvent[]): Promise<void> {
    return insertRows(
      this.tx,
      'signup_event',
      events.map((event) => ({ ...event })),
    );
  }
}
