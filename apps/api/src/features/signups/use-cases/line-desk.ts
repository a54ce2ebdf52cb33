import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { againOnDuplicate } from '../../../platform/db/transient.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { GroupCommitDesk } from '../../../platform/desk/group-commit.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { RequestAnswers } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { Scope } from '../../organizations/index.js';
import { Restrictions } from '../../restrictions/index.js';
import { Neighbours } from '../../people/index.js';
import type { Dependant } from '../rules/decide-party.js';
import { type Refused, refused } from '../rules/decide-place.js';
import { offerUntil, type Waiting } from '../rules/offer-seats.js';
import { stateOf } from '../store/line-state.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { Draws } from './draws.js';
import { Eligibility } from './eligibility.js';
import { LineBatch } from './line-batch.js';
import { LineBook } from './line-book.js';
import {
  isByStaff,
  isKeyed,
  type LineOutcome,
  type LineRequest,
  type KeyedLineRequest,
} from './line-requests.js';
import { Offers } from './offers.js';

/**
 * The desk at which everything that changes a line is decided: one transaction for all that arrived together, under
 * the line's lock, in arrival order, by the pure rules.
 */
@Injectable()
export class LineDesk {
  readonly #desk: GroupCommitDesk<LineRequest, LineOutcome>;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly offers: Offers,
    readonly messages: Messages,
    readonly neighbours: Neighbours,
    private readonly scope: Scope,
    private readonly restrictions: Restrictions,
    private readonly eligibility: Eligibility,
    private readonly draws: Draws,
  ) {
    this.#desk = new GroupCommitDesk((lineId, batch) => this.decide(lineId, batch));
  }

  submit(lineId: string, request: LineRequest): Promise<LineOutcome> {
    return this.#desk.submit(lineId, request);
  }

  /** Transactions and requests so far. */
  get counts() {
    return this.#desk.counts;
  }

  /** Decides a batch in one transaction; public for the bench, which also runs it with batches of one. */
  decide(lineId: string, requests: readonly LineRequest[]): Promise<readonly LineOutcome[]> {
    // One request key may be used at two lines at once, each under its own lock; the later one is told by the index.
    return againOnDuplicate(() => this.#decideOnce(lineId, requests));
  }

  #decideOnce(lineId: string, requests: readonly LineRequest[]): Promise<readonly LineOutcome[]> {
    return this.uow.run(async (tx) => {
      // The lock is the first statement: what is read before it may be old.
      const row = await new LineStore(tx).lock(lineId);
      if (row === undefined || row.published === 0) return requests.map(() => ({ kind: 'unknown' as const }));
      // First what time has brought, before anything is read about the places of this line.
      return this.#decideLocked(tx, await this.draws.ifDue(tx, row), requests);
    });
  }

  async #decideLocked(
    tx: Tx,
    row: LineRow,
    requests: readonly LineRequest[],
  ): Promise<readonly LineOutcome[]> {
    const store = new SignupStore(tx);
    const answers = new RequestAnswers(tx);
    const keyed = requests.filter(isKeyed);
    const stored = await answers.find(keyed);
    const reviewed = await store.inLine(
      row.id,
      keyed.flatMap((each) => (each.kind === 'review' ? each.signupIds : [])),
    );
    const personIds = [
      ...new Set([
        ...keyed.flatMap((each) => ('personId' in each ? [each.personId] : [])),
        ...reviewed.map(({ person_id }) => person_id),
      ]),
    ];
    const barred = await this.#barred(tx, row, requests);
    const existing = await store.lockPeople(personIds);
    const [held, clashes] = [
      await store.heldBy(row.id, personIds),
      await store.clashes(personIds, row, this.clock.now()),
    ];
    const restricted = await this.restrictions.restrictionsOf(
      tx,
      personIds,
      row.organization_id,
      this.clock.now(),
    );
    const joining = keyed.flatMap((each) => (each.kind === 'sign-up' ? [each.personId] : []));
    const judge = await this.eligibility.judge(tx, row, [...new Set(joining)]);
    const taking = keyed.flatMap((each) =>
      each.kind === 'sign-up' || each.kind === 'accept' ? [each.personId] : [],
    );
    const workload = await this.eligibility.workload(tx, row, [...new Set(taking)]);
    const stamp = { now: this.clock.now(), nextId: () => this.random.id() };
    const book = new LineBook(row, stateOf(row), held, stamp);
    // Here too: a seat whose offer ended is free for what is decided now.
    await this.offers.lapse(tx, book);
    const dependants = await this.#dependants(tx, keyed);
    const facts = { existing, clashes, dependants, barred, restricted, judge, workload };
    const batch = new LineBatch(book, facts);
    const pending = requests.map((request) =>
      batch.take(request, isKeyed(request) ? stored(request) : undefined),
    );
    await book.write(tx, this);
    const offered = [...(await this.offers.make(tx, book))];
    await book.write(tx, this);
    for (const promotion of batch.promotions) {
      const promoted = await this.offers.promote(tx, book, promotion.request);
      await book.write(tx, this);
      promotion.outcome = promoted.kind === 'refused' ? promoted : promotionOf(book, promoted.offered);
      if (promoted.kind === 'promoted') offered.push(...promoted.offered);
    }
    const outcomes = pending.map((outcome) => outcome(offered));
    await this.#saveLine(tx, book);
    await answers.keep(batch.answersToKeep(outcomes), this.clock.instant());
    return outcomes;
  }

  /** Which members of staff may not act on this line, and why: read in the transaction that relies on it. */
  async #barred(tx: Tx, row: LineRow, requests: readonly LineRequest[]) {
    const barred = new Map<string, Refused>();
    const staff = new Set(
      requests
        .filter(isKeyed)
        .filter(isByStaff)
        .map(({ actorId }) => actorId),
    );
    for (const actorId of staff)
      await this.scope.require(tx, actorId, row.organization_id).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        barred.set(actorId, refused(error.code, error.facts));
      });
    return barred;
  }

  async #dependants(tx: Tx, requests: readonly KeyedLineRequest[]): Promise<Map<string, Dependant>> {
    const ids = requests.flatMap((each) => (each.kind === 'sign-up' ? each.party.dependantIds : []));
    const rows = await this.neighbours.dependants(tx, [...new Set(ids)]);
    return new Map(
      rows.map((row) => [
        row.id,
        { id: row.id, ownerId: row.owner_id, name: row.name, kind: row.kind, birthYear: row.birth_year },
      ]),
    );
  }

  async #saveLine(tx: Tx, { row, line, changed }: LineBook): Promise<void> {
    if (changed || line.offersUntil !== row.offers_until) await new LineStore(tx).saveCounters(row, line);
    if (line.capacity !== row.capacity) await new LineStore(tx).saveCapacity(row, line.capacity);
  }
}

const promotionOf = ({ line, now }: LineBook, offered: readonly Waiting[]): LineOutcome => ({
  kind: 'promoted',
  promotion: {
    capacity: line.capacity,
    offered: offered.map(({ signupId, seats }) => ({ signupId, seats })),
    offerUntil: offerUntil(line, now) ?? line.startsAt,
  },
});
