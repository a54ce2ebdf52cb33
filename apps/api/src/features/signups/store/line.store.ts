import type { LineKind, SignupMode } from '@xiaolin/shared-types/signups/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { LineState } from '../rules/decide-place.js';
import { CourseStore } from './course.store.js';

/** The columns that a reader of a line needs, whatever else its SELECT joins. */
export interface LineColumns {
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly waitlist_limit: number;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
  readonly mode: SignupMode;
}

export interface LineRow extends LineColumns {
  readonly id: string;
  readonly kind: LineKind;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly published: number;
  readonly next_position: number;
  readonly offer_cutoff_minutes: number;
  readonly offers_until: string | null;
  readonly party_limit: number;
  /** JSON of the contract's Audience; null: everyone. */
  readonly audience: string | null;
  /** JSON of the contract's Questions; null: none. */
  readonly questions: string | null;
  readonly answers_keep_days: number;
  readonly moved_at: string | null;
  /** When its lottery was held; null before, and where nothing is drawn. */
  readonly drawn_at: string | null;
  /** Of a date: its course, where that is taken as a whole. */
  readonly course_id: string | null;
}

/** For a SELECT that joins `line`. */
export const LINE_COLUMNS = [
  'capacity',
  'taken',
  'waiting',
  'waitlist_limit',
  'opens_at',
  'closes_at',
  'starts_at',
  'ends_at',
  'called_off',
  'mode',
]
  .map((column) => `line.${column}`)
  .join(', ');

const ALL = `${LINE_COLUMNS}, line.id, line.kind, line.activity_id, line.organization_id, line.title, line.published, line.next_position,
  line.offer_cutoff_minutes, line.offers_until, line.party_limit, line.audience, line.questions,
  line.answers_keep_days, line.moved_at, line.course_id, line.drawn_at`;

export class LineStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<LineRow | undefined> {
    const [row] = await this.tx.query<LineRow>(`SELECT ${ALL} FROM line WHERE id = ?`, [id]);
    return row;
  }

  /**
   * The row, locked until the transaction ends: it must be the first statement that touches the line. With a course
   * come its dates, which its places are written into.
   */
  async lock(id: string): Promise<LineRow | undefined> {
    const [row] = await this.tx.query<LineRow>(`SELECT ${ALL} FROM line WHERE id = ?${this.tx.forUpdate}`, [
      id,
    ]);
    if (row?.kind === 'course') await new CourseStore(this.tx).lockDates(id);
    return row;
  }

  /**
   * All lines of an activity, locked in one order, so that two callers cannot wait for each other: the course, which
   * has the activity's id, then the others by id.
   */
  async lockActivity(activityId: string): Promise<LineRow[]> {
    await this.lock(activityId);
    return this.tx.query<LineRow>(
      `SELECT ${ALL} FROM line WHERE activity_id = ? ORDER BY id${this.tx.forUpdate}`,
      [activityId],
    );
  }

  ofActivity(activityId: string, kind?: LineKind): Promise<LineRow[]> {
    return this.tx.query<LineRow>(
      `SELECT ${ALL} FROM line WHERE activity_id = ?${kind === undefined ? '' : ' AND kind = ?'} ORDER BY starts_at, id`,
      kind === undefined ? [activityId] : [activityId, kind],
    );
  }

  insert(rows: readonly Record<string, string | number | boolean | null>[]): Promise<void> {
    return insertRows(this.tx, 'line', rows);
  }

  update(id: string, set: Readonly<Record<string, string | number | boolean | null>>): Promise<void> {
    return updateRow(this.tx, 'line', id, set);
  }

  async saveCounters(
    { id, kind }: Pick<LineRow, 'id' | 'kind'>,
    counters: Pick<LineState, 'taken' | 'waiting' | 'nextPosition' | 'offersUntil'>,
  ): Promise<void> {
    await updateRow(this.tx, 'line', id, {
      taken: counters.taken,
      waiting: counters.waiting,
      next_position: counters.nextPosition,
      offers_until: counters.offersUntil,
    });
    if (kind === 'course')
      await new CourseStore(this.tx).repeat(id, { taken: counters.taken, waiting: counters.waiting });
  }

  async saveCapacity({ id, kind }: Pick<LineRow, 'id' | 'kind'>, capacity: number): Promise<void> {
    await updateRow(this.tx, 'line', id, { capacity });
    if (kind === 'course') await new CourseStore(this.tx).repeat(id, { capacity });
  }

  /** Lines in which an offer may have ended by now. */
  async withOverdueOffers(now: string, most: number): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT id FROM line WHERE offers_until <= ? ORDER BY offers_until LIMIT ${Math.trunc(most)}`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.tx.query(`DELETE FROM line WHERE id IN (${marks(ids)}) AND published = 0`, ids);
  }
}
