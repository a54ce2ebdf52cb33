import type { Tx } from '../../../platform/db/unit-of-work.js';

/** A place to which nobody came, not excused. */
export interface AbsentRow {
  readonly signup_id: string;
  readonly position: number;
}

export class AbsenceStore {
  constructor(private readonly tx: Tx) {}

  /** Occurrences whose door was used, that ended before this moment and are not settled. */
  async dueDoors(endedBefore: string, most: number): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT line.id FROM door JOIN line ON line.id = door.line_id
        WHERE door.settled_at IS NULL AND line.ends_at < ? ORDER BY line.ends_at LIMIT ${most}`,
      [endedBefore],
    );
    return rows.map(({ id }) => id);
  }

  async isSettled(occurrenceId: string): Promise<boolean> {
    const rows = await this.tx.query('SELECT line_id FROM door WHERE line_id = ? AND settled_at IS NULL', [
      occurrenceId,
    ]);
    return rows.length === 0;
  }

  /** Nobody is absent where every admission was undone: the door was not used after all. */
  absent(occurrenceId: string, most: number): Promise<AbsentRow[]> {
    return this.tx.query<AbsentRow>(
      `SELECT s.id AS signup_id, s.position FROM signup s
         JOIN door ON door.line_id = s.line_id AND door.admitted_seats > 0
         LEFT JOIN admission a ON a.signup_id = s.id
        WHERE s.line_id = ? AND s.status = 'confirmed' AND a.excused_at IS NULL
        ORDER BY s.position LIMIT ${most}`,
      [occurrenceId],
    );
  }

  async settle(occurrenceId: string, at: string): Promise<void> {
    await this.tx.query('UPDATE door SET settled_at = ? WHERE line_id = ?', [at, occurrenceId]);
  }
}
