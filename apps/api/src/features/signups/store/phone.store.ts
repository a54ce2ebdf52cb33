import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** Telephone numbers of a roster, and who has looked at how many. */
export class PhoneStore {
  constructor(private readonly tx: Tx) {}

  /** Undefined when the place is not in this line. */
  async of(lineId: string, signupId: string): Promise<{ readonly phone: string | null } | undefined> {
    const [row] = await this.tx.query<{ phone: string | null }>(
      'SELECT p.phone FROM signup s JOIN person p ON p.id = s.person_id WHERE s.id = ? AND s.line_id = ?',
      [signupId, lineId],
    );
    return row;
  }

  /** When this person looked since then, oldest first. Locks them, so that two looks at once count as two. */
  async looks(actorId: string, since: string): Promise<readonly string[]> {
    await this.tx.query(`SELECT id FROM person WHERE id = ?${this.tx.forUpdate}`, [actorId]);
    const rows = await this.tx.query<{ at: string }>(
      'SELECT at FROM phone_look WHERE actor_id = ? AND at > ? ORDER BY at',
      [actorId, since],
    );
    return rows.map(({ at }) => at);
  }

  /** Writes a look down; what is too old to count goes. */
  async look(look: { readonly id: string; readonly actorId: string; readonly at: string }, since: string) {
    await this.tx.query('DELETE FROM phone_look WHERE actor_id = ? AND at <= ?', [look.actorId, since]);
    await insertRows(this.tx, 'phone_look', [{ id: look.id, actor_id: look.actorId, at: look.at }]);
  }
}
