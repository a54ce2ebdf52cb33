import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** Reads of absences that are final; an excused one is none. */
export class AbsenceReader {
  constructor(private readonly tx: Tx) {}

  /** Ends of the occurrences of this organization from which these people stayed away, since a moment. */
  of(
    personIds: readonly string[],
    organizationId: string,
    since: string,
  ): Promise<{ readonly person_id: string; readonly ends_at: string }[]> {
    return this.tx.query(
      `SELECT s.person_id, line.ends_at FROM signup s JOIN line ON line.id = s.line_id
        WHERE s.person_id IN (${marks(personIds)}) AND s.status = 'no-show'
          AND line.organization_id = ? AND line.ends_at > ?`,
      [...personIds, organizationId, since],
    );
  }
}
