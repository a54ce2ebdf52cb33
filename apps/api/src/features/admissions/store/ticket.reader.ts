import type { LineKind, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** A place with what it is for. */
export interface TicketRow {
  readonly signup_id: string;
  readonly line_id: string;
  readonly kind: LineKind;
  readonly status: SignupStatus;
  readonly seats: number;
  readonly admitted_seats: number | null;
  readonly title: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
  readonly place_name: string | null;
  readonly place_detail: string | null;
  readonly organization_name: string | null;
  readonly responsible_name: string | null;
  readonly responsible_phone: string | null;
  readonly person_name: string;
  /** Of a place in a date of a course: the place in the course. */
  readonly course_signup_id: string | null;
}

/** A date of a course. */
export interface CourseDateRow {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
}

/** A place that a scanned or typed ticket may mean. */
export interface CandidateRow {
  readonly signup_id: string;
  readonly line_id: string;
  readonly title: string;
  readonly starts_at: string;
}

const CANDIDATE = `SELECT s.id AS signup_id, s.line_id, line.title, line.starts_at
  FROM signup s JOIN line ON line.id = s.line_id`;

/** Reads of places together with what they are for. */
export class TicketReader {
  constructor(private readonly tx: Tx) {}

  /** A place of this person. */
  async mine(personId: string, signupId: string): Promise<TicketRow | undefined> {
    const [row] = await this.tx.query<TicketRow>(
      `SELECT s.id AS signup_id, s.line_id, s.status, s.seats, a.admitted_seats, line.kind, line.title,
              line.starts_at, line.ends_at, line.called_off, activity.place_name, activity.place_detail,
              activity.responsible_name, activity.responsible_phone, o.name AS organization_name,
              p.display_name AS person_name, s.course_signup_id
         FROM signup s
         JOIN line ON line.id = s.line_id
         JOIN person p ON p.id = s.person_id
         LEFT JOIN admission a ON a.signup_id = s.id
         LEFT JOIN activity ON activity.id = line.activity_id
         LEFT JOIN organization o ON o.id = line.organization_id
        WHERE s.id = ? AND s.person_id = ?`,
      [signupId, personId],
    );
    return row;
  }

  /** The dates of a course, by start. */
  datesOf(courseId: string): Promise<CourseDateRow[]> {
    return this.tx.query<CourseDateRow>(
      `SELECT id, starts_at, ends_at, called_off FROM line
        WHERE activity_id = ? AND course_id = ? ORDER BY starts_at, id`,
      [courseId, courseId],
    );
  }

  bySignup(signupId: string): Promise<CandidateRow[]> {
    return this.tx.query<CandidateRow>(`${CANDIDATE} WHERE s.id = ?`, [signupId]);
  }

  /** Places of an occurrence that ever had a ticket; whoever waits or only applied has none. */
  ticketed(occurrenceId: string): Promise<CandidateRow[]> {
    return this.tx.query<CandidateRow>(
      `${CANDIDATE} WHERE s.line_id = ? AND s.status IN
        ('confirmed', 'attended', 'no-show', 'cancelled', 'cancelled-late', 'cancelled-by-organiser')`,
      [occurrenceId],
    );
  }
}
