import { Injectable } from '@nestjs/common';
import type { LineKind, LineTerms, SomeTerms } from '@xiaolin/shared-types/signups/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { Neighbours } from '../../people/index.js';
import { offerCutoff } from '../rules/offer-seats.js';
import { stateOf } from '../store/line-state.js';
import { presentTerms, termColumns } from '../store/line-terms.js';
import { CourseStore } from '../store/course.store.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { Draws } from './draws.js';
import { carryToDates } from './course-dates.js';
import { LineBook } from './line-book.js';
import { Offers } from './offers.js';
import { reduceSeats } from './reduce-seats.js';

interface NewLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly activityId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly published: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly capacity: number;
  readonly waitlistLimit: number;
  /** What is left out is as usual; a volunteer's place is for one. */
  readonly terms?: SomeTerms | undefined;
  /** Of a date of a course that is taken as a whole. */
  readonly courseId?: string | null | undefined;
}

export type LineChange = Partial<Omit<NewLine, 'id' | 'kind' | 'activityId'>>;

const COLUMN_OF = {
  organizationId: 'organization_id',
  title: 'title',
  published: 'published',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  opensAt: 'opens_at',
  closesAt: 'closes_at',
  capacity: 'capacity',
  waitlistLimit: 'waitlist_limit',
  courseId: 'course_id',
} as const satisfies Record<Exclude<keyof LineChange, 'terms'>, string>;

type Columns = Readonly<Record<string, string | number | boolean | null>>;

const usualTerms = (kind: LineKind): LineTerms =>
  kind === 'shift' ? { ...DEFAULT_TERMS, partyLimit: 1 } : DEFAULT_TERMS;

/** What the owners of occurrences and shifts do to their lines, each in the owner's transaction. */
@Injectable()
export class Lines {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly offers: Offers,
    readonly messages: Messages,
    readonly neighbours: Neighbours,
    private readonly draws: Draws,
  ) {}

  async open(tx: Tx, lines: readonly NewLine[]): Promise<void> {
    await new LineStore(tx).insert(
      lines.map((line) => ({
        id: line.id,
        kind: line.kind,
        activity_id: line.activityId,
        organization_id: line.organizationId,
        title: line.title,
        published: line.published,
        called_off: false,
        starts_at: line.startsAt,
        ends_at: line.endsAt,
        opens_at: line.opensAt,
        closes_at: line.closesAt,
        capacity: line.capacity,
        waitlist_limit: line.waitlistLimit,
        taken: 0,
        waiting: 0,
        next_position: 1,
        offers_until: null,
        course_id: line.courseId ?? null,
        ...termColumns({ ...usualTerms(line.kind), ...line.terms }),
      })),
    );
    // A date is drawn with its course.
    const drawn = lines.filter(
      ({ published, terms, courseId }) => published && terms?.mode === 'lottery' && !courseId,
    );
    await this.draws.commit(
      tx,
      drawn.map(({ id }) => id),
    );
  }

  find(tx: Tx, lineId: string): Promise<LineRow | undefined> {
    return new LineStore(tx).find(lineId);
  }

  ofActivity(tx: Tx, activityId: string, kind?: LineKind): Promise<LineRow[]> {
    return new LineStore(tx).ofActivity(activityId, kind);
  }

  /**
   * Changes a line under its lock; seats that are added are offered to those who wait.
   *
   * @param actor `agreed` is the token with which somebody agreed to whom fewer seats touch
   * @throws Refusal `activity.capacity-below-taken`, when fewer seats are asked for than are held and nobody agreed.
   */
  async change(
    tx: Tx,
    lineId: string,
    change: LineChange,
    actor: { readonly personId: string; readonly agreed?: string | undefined },
  ): Promise<void> {
    const store = new LineStore(tx);
    const before = await store.lock(lineId);
    if (before === undefined) throw new Refusal('occurrence.unknown');
    const { terms = {}, ...own } = change;
    const set: Columns = {
      ...Object.fromEntries(
        Object.entries(own).map(([field, value]) => [
          COLUMN_OF[field as keyof typeof COLUMN_OF],
          value as Columns[string],
        ]),
      ),
      ...termColumns(terms),
    };
    if (Object.keys(set).length === 0) return;
    // The places of a date follow from its course: there is nothing to offer and nobody to send back here.
    if (before.course_id !== null) {
      await store.update(lineId, set);
      // Taken alone from here on, it is drawn alone.
      const alone = change.courseId === null && before.published === 1 && before.mode === 'lottery';
      return alone ? this.draws.commit(tx, [lineId]) : undefined;
    }
    const book = this.#book(before);
    await this.offers.lapse(tx, book);
    if (change.capacity !== undefined && change.capacity < book.line.taken)
      await reduceSeats(tx, book, change.capacity, { personId: actor.personId, agreed: actor.agreed });
    if (terms.mode !== undefined && terms.mode !== before.mode && before.next_position > 1)
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.occurrences', message: '已经有人报名，报名方式不能改' },
      ]);
    if (change.closesAt !== undefined && before.drawn_at !== null)
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.occurrences', message: '已经抽过签，抽签时间不能改' },
      ]);
    await book.write(tx, this);
    await store.saveCounters(before, book.line);
    await store.update(lineId, set);
    const after = (await store.find(lineId)) as LineRow;
    if (after.published === 1 && after.mode === 'lottery') await this.draws.commit(tx, [lineId]);
    if (after.kind === 'course') await this.#repeat(tx, after);
    await this.#afterChange(tx, after, actor.personId);
  }

  /** Offers are kept within the cut-off as it is now, and seats that are free go to the next in line. */
  async #afterChange(tx: Tx, row: LineRow, actorId: string): Promise<void> {
    const line = stateOf(row);
    const cutoff = new Date(offerCutoff(line)).toISOString();
    const shortened = line.offersUntil !== null && line.offersUntil > cutoff ? cutoff : line.offersUntil;
    if (line.offersUntil !== null) await new SignupStore(tx).shortenOffers(row.id, cutoff);
    const book = this.#book(row, { ...line, offersUntil: shortened });
    await this.offers.make(tx, book, actorId);
    await book.write(tx, this);
    if (book.changed || shortened !== line.offersUntil) await new LineStore(tx).saveCounters(row, book.line);
  }

  #book(row: LineRow, line = stateOf(row)): LineBook {
    return new LineBook(row, line, [], { now: this.clock.now(), nextId: () => this.random.id() });
  }

  /** Time or place moved: from here on whoever was confirmed before may leave freely. */
  async markMoved(tx: Tx, lineIds: readonly string[]): Promise<void> {
    const store = new LineStore(tx);
    for (const id of lineIds) await store.update(id, { moved_at: this.clock.instant() });
  }

  async publish(tx: Tx, activityId: string): Promise<void> {
    const store = new LineStore(tx);
    const rows = await store.lockActivity(activityId);
    for (const row of rows) await store.update(row.id, { published: true });
    const drawn = rows.filter(({ mode, course_id }) => mode === 'lottery' && course_id === null);
    await this.draws.commit(
      tx,
      drawn.map(({ id }) => id),
    );
  }

  /** Takes back lines that were never published. */
  remove(tx: Tx, lineIds: readonly string[]): Promise<void> {
    return new LineStore(tx).remove(lineIds);
  }

  /** Locks every line of an activity, in the one order in which more than one is ever locked. */
  async hold(tx: Tx, activityId: string): Promise<void> {
    await new LineStore(tx).lockActivity(activityId);
  }

  /**
   * Carries a course along after its dates have changed: it lasts from the first to the last that takes place, a date
   * repeats its seats and terms, and whoever has a place in it has one in each date to come. Whoever was confirmed
   * before may leave freely from here on. The caller holds its lines.
   */
  async carryCourse(tx: Tx, courseId: string): Promise<void> {
    const lines = new LineStore(tx);
    const dates = (await new CourseStore(tx).dates([courseId])).filter(({ called_off }) => called_off === 0);
    const [first] = dates;
    const last = dates
      .map(({ ends_at }) => ends_at)
      .sort()
      .at(-1);
    if (first === undefined || last === undefined) return;
    await lines.update(courseId, { starts_at: first.starts_at, ends_at: last });
    await this.#repeat(tx, (await lines.find(courseId)) as LineRow);
    const places = await new SignupStore(tx).confirmed(courseId);
    await carryToDates(tx, courseId, places, { now: this.clock.now(), nextId: () => this.random.id() });
    if (places.length > 0) await this.markMoved(tx, [courseId]);
  }

  /** What a date repeats of its course. */
  #repeat(tx: Tx, course: LineRow): Promise<void> {
    return new CourseStore(tx).repeat(course.id, {
      capacity: course.capacity,
      waitlist_limit: course.waitlist_limit,
      opens_at: course.opens_at,
      closes_at: course.closes_at,
      taken: course.taken,
      waiting: course.waiting,
      ...termColumns(presentTerms(course)),
    });
  }

  /**
   * Calls off every line of an activity: each place is freed and each of its holders told once.
   *
   * @returns how many people are told
   */
  async callOff(
    tx: Tx,
    activityId: string,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const rows = await new LineStore(tx).lockActivity(activityId);
    // A course first: its places free those in the dates, which could not be found any more once these are called off.
    const ordered = [...rows].sort((a, b) => Number(b.kind === 'course') - Number(a.kind === 'course'));
    const told = await this.#callOff(
      tx,
      ordered.filter(({ course_id }) => course_id === null),
      by,
    );
    for (const { id } of rows.filter(({ course_id }) => course_id !== null))
      await new LineStore(tx).update(id, { called_off: true, taken: 0, waiting: 0 });
    return told;
  }

  /**
   * Calls off one occurrence. A date of a course is taken out of it: the places in the course stay, and whoever has
   * one may leave it freely. The caller holds the lines of the activity.
   */
  async callOffOne(
    tx: Tx,
    row: LineRow,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const told = await this.#callOff(tx, [row], by);
    if (row.course_id !== null) await this.carryCourse(tx, row.course_id);
    return told;
  }

  /** Calls a shift off, under its lock. @returns how many people are told */
  async callOffShift(
    tx: Tx,
    lineId: string,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const row = await new LineStore(tx).lock(lineId);
    return row === undefined || row.called_off === 1 ? 0 : this.callOffOne(tx, row, by);
  }

  /** Whether anybody ever had a place in the line: such a line is called off, never taken back. */
  async wasUsed(tx: Tx, lineId: string): Promise<boolean> {
    const row = await new LineStore(tx).find(lineId);
    return row !== undefined && (row.published === 1 || row.next_position > 1);
  }

  /** Tells whoever has or may still get a place in these lines; each person once. @returns how many */
  async tellHolders(
    tx: Tx,
    rows: readonly LineRow[],
    message: Pick<Parameters<Messages['tell']>[1][number], 'kind' | 'facts'>,
  ): Promise<number> {
    const live = await new SignupStore(tx).live(rows.map(({ id }) => id));
    const told = new Map(live.map((signup) => [signup.person_id, signup]));
    const event = this.random.id();
    await this.messages.tell(
      tx,
      [...told.values()].map(({ person_id, line_id }) => ({
        personId: person_id,
        kind: message.kind,
        facts: {
          lineId: line_id,
          startsAt: rows.find(({ id }) => id === line_id)?.starts_at ?? '',
          ...message.facts,
        },
        eventKey: `${message.kind}:${event}`,
      })),
    );
    return told.size;
  }

  async #callOff(
    tx: Tx,
    rows: readonly LineRow[],
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const lines = new LineStore(tx);
    const live = await new SignupStore(tx).live(rows.map(({ id }) => id));
    for (const row of rows) {
      const book = this.#book(row);
      for (const read of live.filter(({ line_id }) => line_id === row.id)) {
        const signup = book.know(read);
        const freed = {
          ...signup,
          status: 'cancelled-by-organiser' as const,
          decided_at: book.at,
          cancelled_at: book.at,
          cancel_reason: by.reason,
          offer_until: null,
        };
        book.put(freed, { actorId: by.personId, action: 'called-off', reason: by.reason });
        const kind = row.course_id === null ? 'signup.called-off' : 'course.date-called-off';
        book.tell(freed, kind, { reason: by.reason, activityId: row.activity_id });
      }
      await book.write(tx, this);
      await lines.update(row.id, { called_off: true });
      await lines.saveCounters(row, { ...book.line, taken: 0, waiting: 0, offersUntil: null });
    }
    return new Set(live.map(({ person_id }) => person_id)).size;
  }
}
