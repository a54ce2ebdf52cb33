import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import type { PlaceRow } from './admission.store.js';

export interface DoorEntryRow extends PlaceRow {
  readonly person_id: string;
  readonly phone: string | null;
}

/** Reads of the list at the door. */
export class DoorReader {
  constructor(private readonly tx: Tx) {}

  /** Whether anybody was let in at this occurrence: an admission that was undone does not count. */
  async used(occurrenceId: string): Promise<boolean> {
    const rows = await this.tx.query('SELECT line_id FROM door WHERE line_id = ? AND admitted_seats > 0', [
      occurrenceId,
    ]);
    return rows.length > 0;
  }

  /** Everybody with a place, in order of the line, optionally the parties in which a name holds this text. */
  roster(occurrenceId: string, name: string, page: PageRequest): Promise<DoorEntryRow[]> {
    return this.tx.query<DoorEntryRow>(
      `SELECT s.id AS signup_id, s.person_id, p.display_name AS person_name, p.phone, s.status, s.position, s.seats,
              a.admitted_seats, a.admitted_at, a.admitted_by, staff.display_name AS admitted_by_name,
              a.excused_at, a.excuse_reason
         FROM signup s
         JOIN person p ON p.id = s.person_id
         LEFT JOIN admission a ON a.signup_id = s.id
         LEFT JOIN person staff ON staff.id = a.admitted_by
        WHERE s.line_id = ? AND s.status IN ('confirmed', 'attended', 'no-show') AND s.position > ?
          AND (? = '' OR INSTR(p.display_name, ?) > 0 OR EXISTS
            (SELECT 1 FROM signup_guest g WHERE g.signup_id = s.id AND INSTR(g.name, ?) > 0))
        ORDER BY s.position LIMIT ${page.limit + 1}`,
      [occurrenceId, page.after?.[0] ?? 0, name, name, name],
    );
  }
}
