import type { LineKind, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { LIVE } from '../rules/transitions.js';
import { type CourseDateRow, CourseStore, type DatePlaceRow } from './course.store.js';
import { type GuestRow, type SignupRow, SignupStore } from './signup.store.js';

type PlaceRow = Pick<
  SignupRow,
  | 'id'
  | 'line_id'
  | 'person_id'
  | 'status'
  | 'position'
  | 'seats'
  | 'registered_by'
  | 'decided_at'
  | 'cancel_reason'
  | 'reason_code'
  | 'offer_until'
>;

export interface MySignupRow extends PlaceRow {
  readonly kind: LineKind;
  readonly title: string;
  readonly activity_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
  readonly moved_at: string | null;
  readonly place_name: string | null;
  readonly organization_name: string | null;
  readonly cover: string | null;
  readonly ahead: number | null;
  readonly course_signup_id: string | null;
  /** Where it stands in the list: its start, or that of the next date of a course. */
  readonly sort_at: string;
}

export interface RosterRow extends PlaceRow {
  readonly display_name: string;
  readonly phone: string | null;
  readonly ahead: number | null;
}

/** How many people wait in front; null for whoever does not wait. */
const AHEAD = `CASE WHEN s.status = 'waitlisted' THEN
  (SELECT COALESCE(SUM(w.seats), 0) FROM signup w WHERE w.line_id = s.line_id AND w.status = 'waitlisted' AND w.position < s.position)
  END AS ahead`;

const PLACE =
  's.id, s.line_id, s.person_id, s.status, s.position, s.seats, s.registered_by, s.decided_at, s.cancel_reason, s.reason_code, s.offer_until';

/** The next date of a course that takes place, as of the moment that is given first. */
const SORT_AT = `CASE WHEN line.kind = 'course' THEN
  COALESCE((SELECT MIN(d.starts_at) FROM line d WHERE d.activity_id = line.id AND d.course_id = line.id
    AND d.called_off = 0 AND d.ends_at > ?), line.starts_at)
  ELSE line.starts_at END`;

const MINE = `SELECT ${PLACE}, s.course_signup_id, ${SORT_AT} AS sort_at,
    line.kind, line.title, line.activity_id, line.starts_at, line.ends_at, line.called_off, line.moved_at,
    a.place_name, o.name AS organization_name, COALESCE(a.cover, c.cover) AS cover, ${AHEAD}
  FROM signup s
  JOIN line ON line.id = s.line_id
  LEFT JOIN activity a ON a.id = line.activity_id
  LEFT JOIN category c ON c.id = a.category_id
  LEFT JOIN organization o ON o.id = line.organization_id`;

export type WithGuests<Row> = Row & { readonly guests: readonly GuestRow[] };

/** Rows together with who comes along; one statement for a page. */
export async function withGuests<Row extends PlaceRow>(
  tx: Tx,
  rows: readonly Row[],
): Promise<WithGuests<Row>[]> {
  const parties = rows.filter(({ seats }) => seats > 1).map(({ id }) => id);
  const guests = await new SignupStore(tx).guestsOf(parties);
  return rows.map((row) => ({ ...row, guests: guests.filter(({ signup_id }) => signup_id === row.id) }));
}

/** A place with the dates of its course; no dates where it is no course. */
export type WithDates<Row> = Row & {
  readonly dates: readonly (CourseDateRow & { readonly place: DatePlaceRow | null })[];
};

/** Rows of one person together with the dates of their courses; no statement where there is no course. */
export async function withDates<Row extends PlaceRow & { readonly kind: LineKind }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<WithDates<Row>[]> {
  const courses = rows.filter(({ kind }) => kind === 'course');
  const [first] = courses;
  if (first === undefined) return rows.map((row) => ({ ...row, dates: [] }));
  const store = new CourseStore(tx);
  const dates = await store.dates(courses.map(({ line_id }) => line_id));
  const places = await store.placesIn(
    dates.map(({ id }) => id),
    [first.person_id],
  );
  const placed = dates.map((date) => ({
    ...date,
    place: places.find(({ line_id }) => line_id === date.id) ?? null,
  }));
  return rows.map((row) => ({ ...row, dates: placed.filter(({ course_id }) => course_id === row.line_id) }));
}

export interface MineFilter {
  readonly when: 'coming' | 'past';
  /** What one takes part in, courses included, or volunteers' shifts. */
  readonly kind?: 'occurrence' | 'shift' | undefined;
  readonly activityId?: string | undefined;
}

export interface RosterFilter {
  readonly status?: SignupStatus | undefined;
  /** A part of a name of the party, or exactly the last four digits of the telephone. */
  readonly find?: string | undefined;
}

/** Reads of places together with what they are for. */
export class SignupReader {
  constructor(private readonly tx: Tx) {}

  /** Coming: not over and not given up, soonest first. Past: everything else, latest first. */
  mine(personId: string, filter: MineFilter, now: string, page: PageRequest): Promise<MySignupRow[]> {
    const coming = filter.when === 'coming';
    const live = `(line.ends_at > ? AND s.status IN (${marks(LIVE)}, 'attended'))`;
    // A place in a date of a course is shown with the course.
    const where = ['s.person_id = ? AND s.course_signup_id IS NULL', coming ? live : `NOT ${live}`];
    const values: (string | number)[] = [now, personId, now, ...LIVE];
    if (filter.kind !== undefined)
      where.push(filter.kind === 'shift' ? `line.kind = 'shift'` : `line.kind <> 'shift'`);
    if (filter.activityId !== undefined) where.push('line.activity_id = ?') && values.push(filter.activityId);
    if (page.after !== null) {
      where.push(`(${SORT_AT} ${coming ? '>' : '<'} ? OR (${SORT_AT} = ? AND s.id ${coming ? '>' : '<'} ?))`);
      values.push(now, page.after[0] ?? '', now, page.after[0] ?? '', page.after[1] ?? '');
    }
    const order = coming ? 'sort_at, s.id' : 'sort_at DESC, s.id DESC';
    return this.tx.query<MySignupRow>(
      `${MINE} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${page.limit + 1}`,
      values,
    );
  }

  async mineOne(personId: string, signupId: string, now: string): Promise<MySignupRow | undefined> {
    const [row] = await this.tx.query<MySignupRow>(`${MINE} WHERE s.id = ? AND s.person_id = ?`, [
      now,
      signupId,
      personId,
    ]);
    return row;
  }

  /** In order of the line; each statement reads one line alone, so that a search costs no more than its roster. */
  roster(lineId: string, { status, find = '' }: RosterFilter, page: PageRequest): Promise<RosterRow[]> {
    const where = ['s.line_id = ?', 's.position > ?'];
    const values: (string | number)[] = [lineId, page.after?.[0] ?? 0];
    if (status !== undefined) where.push('s.status = ?') && values.push(status);
    const sought = find.trim();
    if (sought !== '') {
      // Fewer than four digits would find numbers that the roster does not show.
      const byTail = /^[0-9]{4}$/.test(sought) ? 'SUBSTR(p.phone, -4) = ? OR ' : '';
      where.push(`(${byTail}INSTR(p.display_name, ?) > 0 OR EXISTS
        (SELECT 1 FROM signup_guest g WHERE g.signup_id = s.id AND INSTR(g.name, ?) > 0))`);
      values.push(...(byTail === '' ? [] : [sought]), sought, sought);
    }
    return this.tx.query<RosterRow>(
      `SELECT ${PLACE}, p.display_name, p.phone, ${AHEAD}
         FROM signup s JOIN person p ON p.id = s.person_id
        WHERE ${where.join(' AND ')} ORDER BY s.position LIMIT ${page.limit + 1}`,
      values,
    );
  }
}
