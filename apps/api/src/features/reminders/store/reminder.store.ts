import type { LineKind } from '@xiaolin/shared-types/signups/schema';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { Reminder } from '../rules/reminder-times.js';

export interface StartRow {
  readonly id: string;
  readonly kind: LineKind;
  readonly title: string;
  readonly starts_at: string;
  readonly published: number;
  readonly called_off: number;
  readonly place_name: string | null;
}

const SELECT = `SELECT line.id, line.kind, line.title, line.starts_at, line.published, line.called_off,
    COALESCE(shift.meeting_point, a.place_name) AS place_name
  FROM line LEFT JOIN activity a ON a.id = line.activity_id LEFT JOIN shift ON shift.id = line.id`;

/** Lines that begin soon, and that their people were reminded. */
export class ReminderStore {
  constructor(private readonly tx: Tx) {}

  /** What begins after `from` and not after `until` and was not reminded of in this way. A course has its dates. */
  coming(reminder: Reminder, from: string, until: string): Promise<StartRow[]> {
    return this.tx.query<StartRow>(
      `${SELECT} LEFT JOIN reminder_run run ON run.line_id = line.id AND run.kind = ? AND run.starts_at = line.starts_at
        WHERE line.kind IN ('occurrence', 'shift') AND line.published = 1 AND line.called_off = 0
          AND line.starts_at > ? AND line.starts_at <= ? AND run.line_id IS NULL
        ORDER BY line.starts_at, line.id`,
      [reminder, from, until],
    );
  }

  /** The line, locked: nobody leaves it and nobody moves it while its people are told. */
  async lock(lineId: string): Promise<StartRow | undefined> {
    await this.tx.query(`SELECT id FROM line WHERE id = ?${this.tx.forUpdate}`, [lineId]);
    const [row] = await this.tx.query<StartRow>(`${SELECT} WHERE line.id = ?`, [lineId]);
    return row;
  }

  async wasRun(lineId: string, reminder: Reminder, startsAt: string): Promise<boolean> {
    const rows = await this.tx.query(
      'SELECT 1 FROM reminder_run WHERE line_id = ? AND kind = ? AND starts_at = ?',
      [lineId, reminder, startsAt],
    );
    return rows.length > 0;
  }

  keep(lineId: string, reminder: Reminder, startsAt: string, at: string): Promise<void> {
    return insertRows(this.tx, 'reminder_run', [
      { line_id: lineId, kind: reminder, starts_at: startsAt, at },
    ]);
  }

  confirmed(lineId: string): Promise<{ id: string; person_id: string; course_signup_id: string | null }[]> {
    return this.tx.query(
      "SELECT id, person_id, course_signup_id FROM signup WHERE line_id = ? AND status = 'confirmed' ORDER BY position",
      [lineId],
    );
  }
}
