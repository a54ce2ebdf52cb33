import { Injectable } from '@nestjs/common';
import type { LineKind, SignupView } from '@xiaolin/shared-types/signups/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { againOnDuplicate } from '../../../platform/db/transient.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { GroupCommitDesk } from '../../../platform/desk/group-commit.js';
import { type KeyedRequest, RequestAnswers } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import type { Refused } from '../rules/decide-place.js';
import { stateOf } from '../store/line-state.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import { LineBatch } from './line-batch.js';
import { Promote } from './promote.js';

/** Who moves people up when a seat is freed by somebody else's cancelling. */
const SYSTEM = 'system';

export interface SignUpRequest extends KeyedRequest {
  readonly kind: 'sign-up';
  /** What the caller took the line for; a shift's id is no occurrence. */
  readonly asked: LineKind;
  readonly personId: string;
}

export interface CancelRequest extends KeyedRequest {
  readonly kind: 'cancel';
  readonly personId: string;
  readonly signupId: string;
  readonly reason: string | null;
}

export type LineRequest = SignUpRequest | CancelRequest;
export type LineOutcome =
  { readonly kind: 'answered'; readonly signup: SignupView } | Refused | { readonly kind: 'unknown' };

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
    private readonly promote: Promote,
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
      return this.#decideLocked(tx, row, requests);
    });
  }

  async #decideLocked(
    tx: Tx,
    row: LineRow,
    requests: readonly LineRequest[],
  ): Promise<readonly LineOutcome[]> {
    const store = new SignupStore(tx);
    const answers = new RequestAnswers(tx);
    const stored = await answers.find(requests);
    const personIds = [...new Set(requests.map(({ personId }) => personId))];
    const existing = await store.lockPeople(personIds);
    const [held, clashes] = [await store.heldBy(row.id, personIds), await store.clashes(personIds, row)];
    const batch = new LineBatch(row, stateOf(row), { existing, held, clashes }, this.clock.now(), () =>
      this.random.id(),
    );
    const pending = requests.map((request) => batch.take(request, stored(request)));

    await batch.write(store);
    const { line, promoted } = await this.promote.execute(tx, row, batch.line, SYSTEM);
    const outcomes = pending.map((outcome) => outcome(promoted));
    if (batch.changed || promoted.length > 0) await new LineStore(tx).saveCounters(row.id, line);
    await answers.keep(batch.answersToKeep(outcomes), this.clock.instant());
    return outcomes;
  }
}
