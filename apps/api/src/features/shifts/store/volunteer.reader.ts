import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

export interface VolunteerRow {
  readonly signup_id: string;
  readonly person_id: string;
  readonly display_name: string;
  readonly birth_year: number | null;
  readonly status: SignupStatus;
  readonly position: number;
  readonly decided_at: string;
  readonly cancel_reason: string | null;
}

/** Reads of who has or had a place in a shift, those who gave it up included. */
export class VolunteerReader {
  constructor(private readonly tx: Tx) {}

  of(shiftId: string, page: PageRequest): Promise<VolunteerRow[]> {
    return this.tx.query<VolunteerRow>(
      `SELECT s.id AS signup_id, s.person_id, p.display_name, p.birth_year, s.status, s.position, s.decided_at,
              s.cancel_reason
         FROM signup s JOIN person p ON p.id = s.person_id
        WHERE s.line_id = ? AND s.position > ? ORDER BY s.position LIMIT ${page.limit + 1}`,
      [shiftId, page.after?.[0] ?? 0],
    );
  }
}
