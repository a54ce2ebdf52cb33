import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import {
  type KeyedRequest,
  slotOf,
  type StoredAnswer,
} from '../../../platform/idempotency/request-answers.js';
import { decideCancel, decidePlace, type LineState, type Refused } from '../rules/decide-place.js';
import type { Waiting } from '../rules/move-up.js';
import type { LineRow } from '../store/line.store.js';
import type { ClashRow, SignupEvent, SignupRow, SignupStore } from '../store/signup.store.js';
import type { CancelRequest, LineOutcome, LineRequest, SignUpRequest } from './line-desk.js';

export interface BatchFacts {
  /** Ids of those people of the batch who exist. */
  readonly existing: ReadonlySet<string>;
  readonly held: readonly SignupRow[];
  readonly clashes: readonly ClashRow[];
}

/** Promotion comes last in the transaction and may change what was decided: outcomes are made after it. */
type PendingOutcome = (promoted: readonly Waiting[]) => LineOutcome;

type Decided = { readonly kind: 'decided'; readonly signup: SignupRow; readonly ahead: number } | Refused;

const refuse =
  (code: Refused['code']): PendingOutcome =>
  () => ({ kind: 'refused', code, facts: {} });

/** One transaction's worth of requests: decided one after the other in memory, written together. */
export class LineBatch {
  readonly #inserted: SignupRow[] = [];
  #rejoined: SignupRow[] = [];
  #cancelled: { row: SignupRow; reason: string | null }[] = [];
  readonly #events: SignupEvent[] = [];
  readonly #held: Map<string, SignupRow>;
  readonly #clashes: Map<string, ClashRow>;
  readonly #kept = new Map<string, { request: LineRequest; index: number; outcome: PendingOutcome }>();
  #taken = 0;

  constructor(
    private readonly row: LineRow,
    /** The line as the decisions so far have left it. */
    public line: LineState,
    private readonly facts: BatchFacts,
    private readonly now: Date,
    private readonly nextId: () => string,
  ) {
    this.#held = new Map(facts.held.map((signup) => [signup.person_id, signup]));
    // Ordered by start: the first one is named.
    this.#clashes = new Map([...facts.clashes].reverse().map((clash) => [clash.person_id, clash]));
  }

  get changed(): boolean {
    return this.#events.length > 0;
  }

  /** Decides one request in its turn. */
  take(request: LineRequest, stored: StoredAnswer | undefined): PendingOutcome {
    const index = this.#taken;
    this.#taken += 1;
    if (stored !== undefined)
      return stored.bodyHash === request.bodyHash
        ? () => ({ kind: 'answered', signup: stored.answer as SignupView })
        : refuse('request.key-reused');
    if (request.kind === 'sign-up' && request.asked !== this.row.kind) return () => ({ kind: 'unknown' });
    const slot = slotOf(request);
    const twin = this.#kept.get(slot);
    // A retry that arrived together with its first: the same answer, decided once.
    if (twin !== undefined)
      return twin.request.bodyHash === request.bodyHash ? twin.outcome : refuse('request.key-reused');
    if (!this.facts.existing.has(request.personId)) return refuse('session.required');
    const decided = request.kind === 'sign-up' ? this.#signUp(request) : this.#cancel(request);
    if (decided.kind === 'refused') return () => decided;
    const outcome = this.#present(decided.signup, decided.ahead);
    this.#kept.set(slot, { request, index, outcome });
    return outcome;
  }

  /** First answers to remember; a refusal changes nothing and is not kept. */
  answersToKeep(outcomes: readonly LineOutcome[]): { request: KeyedRequest; answer: unknown }[] {
    return [...this.#kept.values()].flatMap(({ request, index }) => {
      const outcome = outcomes[index];
      return outcome?.kind === 'answered' ? [{ request, answer: outcome.signup }] : [];
    });
  }

  async write(store: SignupStore): Promise<void> {
    await store.insert(this.#inserted);
    for (const row of this.#rejoined) await store.rejoin(row);
    for (const { row, reason } of this.#cancelled)
      await store.cancel([row.id], row.status, row.decided_at, reason);
    await store.appendEvents(this.#events);
  }

  #signUp(request: SignUpRequest): Decided {
    const before = this.#held.get(request.personId);
    const clash = this.#clashes.get(request.personId);
    const decision = decidePlace(
      this.line,
      { held: before?.status, clash: clash && { title: clash.title, startsAt: clash.starts_at } },
      this.now,
    );
    if (decision.kind === 'refused') return decision;
    const ahead = this.line.waiting;
    this.line = decision.line;
    const after: SignupRow = {
      id: before?.id ?? this.nextId(),
      line_id: this.row.id,
      person_id: request.personId,
      status: decision.kind,
      position: decision.position,
      decided_at: this.now.toISOString(),
    };
    if (before === undefined) this.#inserted.push(after);
    else this.#rejoin(after);
    this.#held.set(after.person_id, after);
    this.#event(request, before, after, before === undefined ? 'signed-up' : 'rejoined', null);
    return { kind: 'decided', signup: after, ahead };
  }

  #cancel(request: CancelRequest): Decided {
    const before = this.#held.get(request.personId);
    if (before === undefined || before.id !== request.signupId)
      return { kind: 'refused', code: 'signup.unknown', facts: {} };
    const decision = decideCancel(this.line, before.status, this.now);
    if (decision.kind === 'refused') return decision;
    this.line = decision.line;
    const after: SignupRow = { ...before, status: decision.status, decided_at: this.now.toISOString() };
    this.#held.set(request.personId, after);
    this.#cancelled.push({ row: after, reason: request.reason });
    this.#event(request, before, after, 'cancelled', request.reason);
    return { kind: 'decided', signup: after, ahead: 0 };
  }

  /** Rows are written as: inserts, then rejoinings, then cancellations; a rejoining undoes what came before it. */
  #rejoin(after: SignupRow): void {
    const other = (row: SignupRow) => row.id !== after.id;
    this.#rejoined = [...this.#rejoined.filter(other), after];
    this.#cancelled = this.#cancelled.filter(({ row }) => other(row));
  }

  #event(
    request: LineRequest,
    before: SignupRow | undefined,
    after: SignupRow,
    action: SignupEvent['action'],
    reason: string | null,
  ) {
    this.#events.push({
      id: this.nextId(),
      signup_id: after.id,
      line_id: this.row.id,
      actor_id: request.actorId,
      action,
      before_status: before?.status ?? null,
      after_status: after.status,
      position: after.position,
      reason,
      at: after.decided_at,
    });
  }

  /** @param ahead how many waited in front when this was decided */
  #present(signup: SignupRow, ahead: number): PendingOutcome {
    return (promoted) => {
      const movedUp = promoted.some(({ signupId }) => signupId === signup.id);
      const waits = signup.status === 'waitlisted' && !movedUp;
      const gone = promoted.filter(({ position }) => position < signup.position).length;
      return {
        kind: 'answered',
        signup: {
          id: signup.id,
          lineId: this.row.id,
          kind: this.row.kind,
          status: movedUp ? 'confirmed' : signup.status,
          ahead: waits ? Math.max(0, ahead - gone) : null,
          decidedAt: signup.decided_at,
        },
      };
    };
  }
}
