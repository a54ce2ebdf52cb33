import type {
  GuestView,
  LineKind,
  RejectionReason,
  SignupStatus,
} from '@xiaolin/shared-types/signups/schema';
import { insertRows, marks, saveRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { LIVE, SEATED } from '../rules/transitions.js';

export interface SignupRow {
  readonly id: string;
  readonly line_id: string;
  readonly person_id: string;
  readonly status: SignupStatus;
  readonly position: number;
  readonly seats: number;
  readonly registered_by: string;
  readonly decided_at: string;
  readonly cancelled_at: string | null;
  readonly cancel_reason: string | null;
  /** Of the list of reasons, when an application was rejected. */
  readonly reason_code: RejectionReason | null;
  readonly offer_until: string | null;
}

export interface SignupEvent {
  readonly id: string;
  readonly signup_id: string;
  readonly line_id: string;
  readonly actor_id: string;
  readonly action:
    | 'signed-up'
    | 'rejoined'
    | 'cancelled'
    | 'offered'
    | 'accepted'
    | 'declined'
    | 'lapsed'
    | 'approved'
    | 'rejected'
    | 'drawn'
    | 'called-off'
    | 'admitted'
    | 'admission-undone'
    | 'no-show'
    | 'excused'
    | 'returned'
    | 'handed-over'
    | 'took-over';
  readonly before_status: SignupStatus | null;
  readonly after_status: SignupStatus;
  readonly position: number;
  readonly reason: string | null;
  readonly at: string;
}

export interface GuestRow {
  readonly signup_id: string;
  readonly seq: number;
  readonly dependant_id: string | null;
  readonly name: string;
  readonly kind: GuestView['kind'];
}

export interface ClashRow {
  readonly person_id: string;
  readonly line_id: string;
  readonly title: string;
  readonly starts_at: string;
}

const COLUMNS =
  'id, line_id, person_id, status, position, seats, registered_by, decided_at, cancelled_at, cancel_reason, reason_code, offer_until';

/** What changes in a place after it was first decided. */
const CHANGING = [
  'status',
  'position',
  'seats',
  'registered_by',
  'decided_at',
  'cancelled_at',
  'cancel_reason',
  'reason_code',
  'offer_until',
] as const satisfies readonly (keyof SignupRow)[];

/** Rows of one statement: a line that is called off may have more places than a statement takes parameters. */
const ROWS_AT_ONCE = 1_000;

export class SignupStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<SignupRow | undefined> {
    const [row] = await this.tx.query<SignupRow>(`SELECT ${COLUMNS} FROM signup WHERE id = ?`, [id]);
    return row;
  }

  /** Those of these places that are in this line. */
  async inLine(lineId: string, ids: readonly string[]): Promise<SignupRow[]> {
    if (ids.length === 0) return [];
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND id IN (${marks(ids)})`,
      [lineId, ...ids],
    );
  }

  /**
   * Locks people in one order and says which of them exist. Two lines have two locks; this one keeps a person from
   * being confirmed in two clashing lines at once.
   */
  async lockPeople(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await this.tx.query<{ id: string }>(
      `SELECT id FROM person WHERE id IN (${marks(personIds)}) ORDER BY id${this.tx.forUpdate}`,
      [...personIds].sort(),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What these people hold or held in this line. */
  async heldBy(lineId: string, personIds: readonly string[]): Promise<SignupRow[]> {
    if (personIds.length === 0) return [];
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND person_id IN (${marks(personIds)})`,
      [lineId, ...personIds],
    );
  }

  /**
   * Confirmed places of these people in other lines that overlap this time; ends that touch do not. A course is there
   * through each of its dates, and only then.
   */
  async clashes(
    personIds: readonly string[],
    line: { id: string; kind: LineKind; starts_at: string; ends_at: string },
    now: Date,
  ): Promise<ClashRow[]> {
    if (personIds.length === 0) return [];
    if (line.kind === 'course')
      return this.tx.query<ClashRow>(
        `SELECT s.person_id, s.line_id, other.title, other.starts_at
           FROM signup s
           JOIN line other ON other.id = s.line_id
           JOIN line own ON own.activity_id = ? AND own.course_id = ?
            AND own.starts_at < other.ends_at AND own.ends_at > other.starts_at
          WHERE s.person_id IN (${marks(personIds)}) AND s.status IN ('confirmed', 'attended')
            AND other.kind <> 'course' AND other.called_off = 0 AND (other.course_id IS NULL OR other.course_id <> ?)
            AND own.called_off = 0 AND own.starts_at > ?
          ORDER BY other.starts_at`,
        [line.id, line.id, ...personIds, line.id, now.toISOString()],
      );
    return this.tx.query<ClashRow>(
      `SELECT s.person_id, s.line_id, other.title, other.starts_at
         FROM signup s JOIN line other ON other.id = s.line_id
        WHERE s.person_id IN (${marks(personIds)}) AND s.status IN ('confirmed', 'attended') AND other.id <> ?
          AND other.kind <> 'course' AND other.called_off = 0 AND other.starts_at < ? AND other.ends_at > ?
        ORDER BY other.starts_at`,
      [...personIds, line.id, line.ends_at, line.starts_at],
    );
  }

  /** Seats that these people hold or wait for in other occurrences of an activity, by person. */
  async seatsElsewhere(
    personIds: readonly string[],
    line: { id: string; activity_id: string },
  ): Promise<ReadonlyMap<string, number>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.tx.query<{ person_id: string; seats: number | string }>(
      `SELECT s.person_id, SUM(s.seats) AS seats FROM signup s JOIN line other ON other.id = s.line_id
        WHERE s.person_id IN (${marks(personIds)}) AND other.activity_id = ? AND other.kind = 'occurrence'
          AND other.course_id IS NULL AND other.id <> ? AND s.status IN (${marks(LIVE)})
        GROUP BY s.person_id`,
      [...personIds, line.activity_id, line.id, ...LIVE],
    );
    // A sum comes as text from one driver and as a number from the other.
    return new Map(rows.map(({ person_id, seats }) => [person_id, Number(seats)]));
  }

  /** Who holds seats, those who came last first. */
  seatedLast(lineId: string): Promise<(SignupRow & { readonly display_name: string })[]> {
    return this.tx.query(
      `SELECT ${COLUMNS.split(', ')
        .map((column) => `s.${column}`)
        .join(', ')}, p.display_name
         FROM signup s JOIN person p ON p.id = s.person_id
        WHERE s.line_id = ? AND s.status IN (${marks(SEATED)}) ORDER BY s.position DESC`,
      [lineId, ...SEATED],
    );
  }

  /** Who waits, first in line first. */
  waiting(lineId: string, most: number): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND status = 'waitlisted' ORDER BY position LIMIT ${Math.trunc(most)}`,
      [lineId],
    );
  }

  /** Offers that have not been answered, first to end first. */
  offered(lineId: string): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND status = 'offered' ORDER BY offer_until, position`,
      [lineId],
    );
  }

  /** Whoever has a place here for good. */
  confirmed(lineId: string): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id = ? AND status = 'confirmed' ORDER BY position`,
      [lineId],
    );
  }

  live(lineIds: readonly string[]): Promise<SignupRow[]> {
    return this.tx.query<SignupRow>(
      `SELECT ${COLUMNS} FROM signup WHERE line_id IN (${marks(lineIds)}) AND status IN (${marks(LIVE)}) ORDER BY id`,
      [...lineIds, ...LIVE],
    );
  }

  insert(rows: readonly SignupRow[]): Promise<void> {
    return inChunks(rows, (some) => insertRows(this.tx, 'signup', some));
  }

  /** Writes what changed in places that exist. */
  save(rows: readonly SignupRow[]): Promise<void> {
    return inChunks(rows, (some) => saveRows(this.tx, 'signup', some, CHANGING));
  }

  /** No offer outlives the line's cut-off, whenever that moved. */
  async shortenOffers(lineId: string, until: string): Promise<void> {
    await this.tx.query(
      `UPDATE signup SET offer_until = ? WHERE line_id = ? AND status = 'offered' AND offer_until > ?`,
      [until, lineId, until],
    );
  }

  guestsOf(signupIds: readonly string[]): Promise<GuestRow[]> {
    if (signupIds.length === 0) return Promise.resolve([]);
    return this.tx.query<GuestRow>(
      `SELECT signup_id, seq, dependant_id, name, kind FROM signup_guest WHERE signup_id IN (${marks(signupIds)}) ORDER BY signup_id, seq`,
      signupIds,
    );
  }

  /** Puts these guests in the place of whoever came along before. */
  async replaceGuests(signupIds: readonly string[], guests: readonly GuestRow[]): Promise<void> {
    if (signupIds.length > 0)
      await this.tx.query(`DELETE FROM signup_guest WHERE signup_id IN (${marks(signupIds)})`, signupIds);
    await inChunks(guests, (some) => insertRows(this.tx, 'signup_guest', some));
  }

  appendEvents(events: readonly SignupEvent[]): Promise<void> {
    return inChunks(events, (some) => insertRows(this.tx, 'signup_event', some));
  }
}

export async function inChunks<Row extends object>(
  rows: readonly Row[],
  write: (some: readonly Record<keyof Row & string, string | number | null>[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await write(
      rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ ...row })) as Record<
        keyof Row & string,
        string | number | null
      >[],
    );
}
