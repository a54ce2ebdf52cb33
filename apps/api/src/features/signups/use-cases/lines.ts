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
import { termColumns } from '../store/line-terms.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
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
} as const satisfies Record<Exclude<keyof LineChange, 'terms'>, string>;

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
  ) {}

  open(tx: Tx, lines: readonly NewLine[]): Promise<void> {
    return new LineStore(tx).insert(
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
        ...termColumns({ ...usualTerms(line.kind), ...line.terms }),
      })),
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
    const set = {
      ...Object.fromEntries(
        Object.entries(own).map(([field, value]) => [COLUMN_OF[field as keyof typeof COLUMN_OF], value]),
      ),
      ...termColumns(terms),
    };
    if (Object.keys(set).length === 0) return;
    const book = this.#book(before);
    await this.offers.lapse(tx, book);
    if (change.capacity !== undefined && change.capacity < book.line.taken)
      await reduceSeats(tx, book, change.capacity, { personId: actor.personId, agreed: actor.agreed });
    if (terms.mode !== undefined && terms.mode !== before.mode && before.next_position > 1)
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'draft.occurrences', message: '已经有人报名，报名方式不能改' },
      ]);
    await book.write(tx, this);
    await store.saveCounters(lineId, book.line);
    await store.update(lineId, set);
    await this.#afterChange(tx, (await store.find(lineId)) as LineRow, actor.personId);
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
    if (book.changed || shortened !== line.offersUntil)
      await new LineStore(tx).saveCounters(row.id, book.line);
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
    for (const row of await store.lockActivity(activityId)) await store.update(row.id, { published: true });
  }

  /** Takes back lines that were never published. */
  remove(tx: Tx, lineIds: readonly string[]): Promise<void> {
    return new LineStore(tx).remove(lineIds);
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
    return this.#callOff(tx, await new LineStore(tx).lockActivity(activityId), by);
  }

  /** Calls one line off, under its lock. @returns how many people are told */
  async callOffOne(
    tx: Tx,
    lineId: string,
    by: { readonly personId: string; readonly reason: string },
  ): Promise<number> {
    const row = await new LineStore(tx).lock(lineId);
    return this.#callOff(tx, row === undefined || row.called_off === 1 ? [] : [row], by);
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
        book.tell(freed, 'signup.called-off', { reason: by.reason });
      }
      await book.write(tx, this);
      await lines.update(row.id, { called_off: true });
      await lines.saveCounters(row.id, { ...book.line, taken: 0, waiting: 0, offersUntil: null });
    }
    return new Set(live.map(({ person_id }) => person_id)).size;
  }
}
