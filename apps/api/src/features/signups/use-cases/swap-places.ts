import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { Neighbours } from '../../people/index.js';
import { Restrictions } from '../../restrictions/index.js';
import { type Refused, refused } from '../rules/decide-place.js';
import { decideSwap } from '../rules/decide-swap.js';
import { stateOf } from '../store/line-state.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { ShiftTermsStore } from '../store/shift-terms.store.js';
import { type SignupRow, SignupStore } from '../store/signup.store.js';
import { LineBook } from './line-book.js';
import { ShiftRules } from './shift-rules.js';

/** A confirmed place that goes from one volunteer to another. */
export interface Move {
  readonly lineId: string;
  readonly signupId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Moves confirmed places of shifts between volunteers: one place that is handed over, or two that change hands. All of
 * it happens under the locks of its lines, taken in the order of their ids before those of the people, as everybody
 * else takes them.
 */
@Injectable()
export class SwapPlaces {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly restrictions: Restrictions,
    private readonly rules: ShiftRules,
    readonly messages: Messages,
    readonly neighbours: Neighbours,
  ) {}

  /** The lines, locked in one order. It must come first in the transaction. @throws Refusal `swap.place-gone`. */
  async lock(tx: Tx, lineIds: readonly string[]): Promise<readonly LineRow[]> {
    const store = new LineStore(tx);
    const rows: LineRow[] = [];
    for (const id of [...new Set(lineIds)].sort()) {
      const row = await store.lock(id);
      if (row?.kind !== 'shift' || row.published === 0) throw new Refusal('swap.place-gone');
      rows.push(row);
    }
    return rows;
  }

  /**
   * Why these places cannot change hands, as things stand; undefined when they can. A read: nothing is locked. Of an
   * offer that has no receiver yet, `to` is `from`.
   */
  async refusal(tx: Tx, moves: readonly Move[]): Promise<Refused | undefined> {
    const store = new LineStore(tx);
    for (const move of moves) {
      const row = await store.find(move.lineId);
      if (row?.kind !== 'shift' || row.published === 0) return refused('swap.place-gone');
      const held = await new SignupStore(tx).heldBy(row.id, [move.from, move.to]);
      const decided = await this.#decide(tx, row, move, held, moves);
      if (decided.kind === 'refused') return decided;
    }
    return undefined;
  }

  /** Carries the moves out. @throws Refusal with why one of them cannot be; then none is. */
  async execute(tx: Tx, lines: readonly LineRow[], moves: readonly Move[]): Promise<void> {
    const signups = new SignupStore(tx);
    const people = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
    await signups.lockPeople(people);
    const books: LineBook[] = [];
    for (const move of moves) {
      const row = lines.find(({ id }) => id === move.lineId);
      if (row === undefined) throw new Refusal('swap.place-gone');
      const held = await signups.heldBy(row.id, people);
      const decided = await this.#decide(tx, row, move, held, moves);
      if (decided.kind === 'refused') throw new Refusal(decided.code, decided.facts);
      const book = new LineBook(row, decided.line, held, {
        now: this.clock.now(),
        nextId: () => this.random.id(),
      });
      this.#move(book, move, decided.position);
      books.push(book);
    }
    // Written only when all are decided: the second move must not see what the first has changed.
    for (const book of books) {
      await book.write(tx, this);
      await new LineStore(tx).saveCounters(book.row, book.line);
    }
  }

  async #decide(tx: Tx, row: LineRow, move: Move, held: readonly SignupRow[], moves: readonly Move[]) {
    const terms = new ShiftTermsStore(tx);
    const given = held.find(({ id, person_id }) => id === move.signupId && person_id === move.from);
    const decided = decideSwap(
      stateOf(row),
      {
        given: given?.status,
        held: move.to === move.from ? undefined : held.find(({ person_id }) => person_id === move.to)?.status,
        checkedIn: await terms.isCheckedIn(row.id, move.from),
        allowed: (await terms.of(row.id))?.swaps ?? true,
        inReturn: moves.length > 1,
      },
      this.clock.now(),
    );
    if (decided.kind === 'refused') return decided;
    return (await this.#unfit(tx, row, move, moves)) ?? decided;
  }

  /** Why whoever receives the place may not have it: everything that signing up would ask. */
  async #unfit(
    tx: Tx,
    row: LineRow,
    { to, from }: Move,
    moves: readonly Move[],
  ): Promise<Refused | undefined> {
    if (to === from) return undefined;
    const now = this.clock.now();
    const restricted = (await this.restrictions.restrictionsOf(tx, [to], row.organization_id, now)).get(to);
    if (restricted !== undefined)
      return refused('signup.restricted', { until: restricted.until, noShows: restricted.noShows });
    const unfit = (await this.rules.judge(tx, row, [to]))(to);
    if (unfit !== undefined) return unfit;
    // What they give in the same breath is no clash and no work any more.
    const ending = moves.filter((each) => each.from === to).map(({ lineId }) => lineId);
    const clash = (await new SignupStore(tx).clashes([to], row, now)).find(
      ({ line_id }) => !ending.includes(line_id),
    );
    if (clash !== undefined)
      return refused('signup.clash', { title: clash.title, startsAt: clash.starts_at });
    return (await this.rules.workload(tx, row, [to], ending))(to);
  }

  #move(book: LineBook, { signupId, from, to }: Move, position: number): void {
    const given = book.signup(signupId);
    if (given === undefined) throw new Error('a place that was decided about is gone');
    book.put(
      {
        ...given,
        status: 'cancelled',
        decided_at: book.at,
        cancelled_at: book.at,
        cancel_reason: null,
        offer_until: null,
      },
      { actorId: from, action: 'handed-over' },
    );
    const before = book.heldBy(to);
    book.put(
      {
        id: before?.id ?? book.nextId(),
        line_id: book.row.id,
        person_id: to,
        status: 'confirmed',
        position,
        seats: given.seats,
        registered_by: to,
        decided_at: book.at,
        cancelled_at: null,
        cancel_reason: null,
        reason_code: null,
        offer_until: null,
      },
      { actorId: to, action: 'took-over' },
    );
  }
}
