import { insertRows, marks, saveRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { inChunks, type SignupRow } from './signup.store.js';

export interface CourseDateRow {
  readonly id: string;
  readonly course_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
}

/** A place in one date, with the place in the course that it follows from. */
export interface DatePlaceRow extends SignupRow {
  readonly course_signup_id: string;
}

const CHANGING = [
  'status',
  'position',
  'seats',
  'registered_by',
  'decided_at',
  'cancelled_at',
  'cancel_reason',
];

/**
 * The dates of courses and the places in them. A course is the line with the id of its activity; its dates are
 * occurrences that name it.
 */
export class CourseStore {
  constructor(private readonly tx: Tx) {}

  /** By start. */
  dates(courseIds: readonly string[]): Promise<CourseDateRow[]> {
    return this.tx.query<CourseDateRow>(
      `SELECT id, course_id, starts_at, ends_at, called_off FROM line
        WHERE activity_id IN (${marks(courseIds)}) AND course_id IS NOT NULL ORDER BY starts_at, id`,
      courseIds,
    );
  }

  /** Locks the dates in the order of their ids, as everybody does who locks more than one line of an activity. */
  async lockDates(courseId: string): Promise<void> {
    await this.tx.query(
      `SELECT id FROM line WHERE activity_id = ? AND course_id IS NOT NULL ORDER BY id${this.tx.forUpdate}`,
      [courseId],
    );
  }

  /** A date repeats the seats of its course, so that lists and cards need not look for them. */
  async repeat(courseId: string, set: Readonly<Record<string, string | number | null>>): Promise<void> {
    const columns = Object.keys(set);
    if (columns.length === 0) return;
    await this.tx.query(
      `UPDATE line SET ${columns.map((column) => `${column} = ?`).join(', ')}
        WHERE activity_id = ? AND course_id = ?`,
      [...Object.values(set), courseId, courseId],
    );
  }

  /** The places of these people in these dates. */
  placesIn(dateIds: readonly string[], personIds: readonly string[]): Promise<DatePlaceRow[]> {
    if (dateIds.length === 0 || personIds.length === 0) return Promise.resolve([]);
    return this.tx.query<DatePlaceRow>(
      `SELECT id, line_id, person_id, status, position, seats, registered_by, decided_at, cancelled_at,
              cancel_reason, reason_code, offer_until, course_signup_id
         FROM signup WHERE line_id IN (${marks(dateIds)}) AND person_id IN (${marks(personIds)})`,
      [...dateIds, ...personIds],
    );
  }

  insert(rows: readonly DatePlaceRow[]): Promise<void> {
    return inChunks(rows, (some) => insertRows(this.tx, 'signup', some));
  }

  save(rows: readonly DatePlaceRow[]): Promise<void> {
    return inChunks(rows, (some) => saveRows(this.tx, 'signup', some, CHANGING));
  }
}
