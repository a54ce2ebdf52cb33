import type { Question } from '@xiaolin/shared-types/signups/questions';
import type { LineKind, Promotion, ReviewResult, SignupView } from '@xiaolin/shared-types/signups/schema';
import {
  type KeyedRequest,
  slotOf,
  type StoredAnswer,
} from '../../../platform/idempotency/request-answers.js';
import { decideAccept, decideDecline } from '../rules/decide-offer.js';
import { decideAnswers } from '../rules/decide-answers.js';
import { decideParty, type Dependant } from '../rules/decide-party.js';
import { decideCancel, decidePlace, type Refused, refused } from '../rules/decide-place.js';
import type { Waiting } from '../rules/offer-seats.js';
import { questionsOf } from '../store/line-terms.js';
import type { ClashRow, SignupRow } from '../store/signup.store.js';
import type { Judge } from './eligibility.js';
import type { LineBook } from './line-book.js';
import {
  type CancelRequest,
  isByStaff,
  type KeyedLineRequest,
  type LineOutcome,
  type LineRequest,
  type OfferRequest,
  type PersonRequest,
  type PromoteRequest,
  type SignUpRequest,
} from './line-requests.js';
import { offerOf } from './offers.js';
import type { JudgeVolunteer } from './shift-rules.js';
import { review } from './review-applications.js';

export interface BatchFacts {
  /** Ids of those people of the batch who exist. */
  readonly existing: ReadonlySet<string>;
  readonly clashes: readonly ClashRow[];
  /** Those that somebody of the batch asks to bring, by id. */
  readonly dependants: ReadonlyMap<string, Dependant>;
  /** Why a member of staff may not act on this line; who may is not in it. */
  readonly barred: ReadonlyMap<string, Refused>;
  /** Who may not sign up here for a while, after repeated absences; empty while the setting is off. */
  readonly restricted: ReadonlyMap<string, { readonly until: string; readonly noShows: number }>;
  readonly judge: Judge;
  /** Who would work too much. */
  readonly workload: JudgeVolunteer;
}

/** Offers come last in the transaction and may change what was decided: outcomes are made after them. */
type PendingOutcome = (offered: readonly Waiting[]) => LineOutcome;

/** @param ahead how many people waited in front when this was decided */
type Decided = { readonly kind: 'decided'; readonly signup: SignupRow; readonly ahead: number } | Refused;

const pending =
  (outcome: LineOutcome): PendingOutcome =>
  () =>
    outcome;

/** A course is asked for where its dates are. */
const askedAs = (kind: LineKind): 'occurrence' | 'shift' => (kind === 'shift' ? 'shift' : 'occurrence');

const heldOf = ({ status, seats, decided_at }: SignupRow) => ({ status, seats, decidedAt: decided_at });

const firstOutcome = (request: KeyedLineRequest, answer: unknown): LineOutcome => {
  if (request.kind === 'review') return { kind: 'reviewed', review: answer as ReviewResult };
  if (request.kind === 'promote') return { kind: 'promoted', promotion: answer as Promotion };
  return { kind: 'answered', signup: answer as SignupView };
};

const answerOf = (outcome: LineOutcome | undefined): unknown => {
  if (outcome?.kind === 'answered') return outcome.signup;
  if (outcome?.kind === 'promoted') return outcome.promotion;
  return outcome?.kind === 'reviewed' ? outcome.review : undefined;
};

/** One transaction's worth of requests, decided one after the other in memory. */
export class LineBatch {
  readonly #clashes: Map<string, ClashRow>;
  readonly #kept = new Map<string, { request: KeyedLineRequest; index: number; outcome: PendingOutcome }>();
  readonly #questions: readonly Question[];
  /** Promotions by hand, decided after all places: who is next is known only then. */
  readonly promotions: { readonly request: PromoteRequest; outcome: LineOutcome | undefined }[] = [];
  #taken = 0;

  constructor(
    private readonly book: LineBook,
    private readonly facts: BatchFacts,
  ) {
    this.#questions = questionsOf(book.row);
    // Ordered by start: the first one is named.
    this.#clashes = new Map([...facts.clashes].reverse().map((clash) => [clash.person_id, clash]));
  }

  /** Decides one request in its turn. */
  take(request: LineRequest, stored: StoredAnswer | undefined): PendingOutcome {
    const index = this.#taken;
    this.#taken += 1;
    if (request.kind === 'sweep') return pending({ kind: 'swept' });
    if (stored !== undefined)
      return pending(
        stored.bodyHash === request.bodyHash
          ? firstOutcome(request, stored.answer)
          : refused('request.key-reused'),
      );
    if (request.kind === 'sign-up' && request.asked !== askedAs(this.book.row.kind))
      return pending({ kind: 'unknown' });
    const slot = slotOf(request);
    const twin = this.#kept.get(slot);
    // A retry that arrived together with its first: the same answer, decided once.
    if (twin !== undefined)
      return twin.request.bodyHash === request.bodyHash
        ? twin.outcome
        : pending(refused('request.key-reused'));
    const barred = this.#barred(request);
    if (barred !== undefined) return pending(barred);
    if (request.kind === 'review') {
      const result = review(this.book, request, (personId) => this.#clashOf(personId));
      const outcome = pending({ kind: 'reviewed', review: result });
      this.#kept.set(slot, { request, index, outcome });
      return outcome;
    }
    if (request.kind === 'promote') {
      const promotion = { request, outcome: undefined as LineOutcome | undefined };
      this.promotions.push(promotion);
      const outcome = () => promotion.outcome ?? refused('signup.nobody-waits');
      this.#kept.set(slot, { request, index, outcome });
      return outcome;
    }
    const decided = this.#decide(request);
    if (decided.kind === 'refused') return pending(decided);
    const outcome = this.#present(decided.signup, decided.ahead);
    this.#kept.set(slot, { request, index, outcome });
    return outcome;
  }

  /** First answers to remember; a refusal changes nothing and is not kept. */
  answersToKeep(outcomes: readonly LineOutcome[]): { request: KeyedRequest; answer: unknown }[] {
    return [...this.#kept.values()].flatMap(({ request, index }) => {
      const answer = answerOf(outcomes[index]);
      return answer === undefined ? [] : [{ request, answer }];
    });
  }

  /** Before anything is decided: is this somebody, and may they act here at all? */
  #barred(request: KeyedLineRequest): Refused | undefined {
    if (request.kind === 'review' || request.kind === 'promote' || isByStaff(request))
      return this.facts.barred.get(request.actorId);
    if (!this.facts.existing.has(request.personId)) return refused('session.required');
    const restriction = this.facts.restricted.get(request.personId);
    if (request.kind !== 'sign-up' || restriction === undefined) return undefined;
    return refused('signup.restricted', { until: restriction.until, noShows: restriction.noShows });
  }

  #decide(request: PersonRequest): Decided {
    switch (request.kind) {
      case 'sign-up':
        return this.#signUp(request);
      case 'cancel':
        return this.#cancel(request);
      case 'accept':
      case 'decline':
        return this.#answerOffer(request);
    }
  }

  #signUp(request: SignUpRequest): Decided {
    const { book } = this;
    const before = book.heldBy(request.personId);
    const party = decideParty(book.line, request.personId, request.party, this.facts.dependants);
    if (party.kind === 'refused') return party;
    const seats = 1 + party.guests.length;
    const decision = decidePlace(
      book.line,
      { held: before?.status, clash: this.#clashOf(request.personId), seats },
      book.now,
    );
    if (decision.kind === 'refused') return decision;
    const byStaff = request.newcomer !== undefined;
    // Whom staff write down they know: there is no account that could have said where it lives.
    const unfit = byStaff
      ? undefined
      : (this.facts.judge(request.personId, party.guests) ?? this.facts.workload(request.personId));
    if (unfit !== undefined) return unfit;
    const answers = decideAnswers(this.#questions, request.answers, !byStaff);
    if (answers.kind === 'refused') return answers;
    const ahead = book.line.waiting;
    book.line = decision.line;
    const after: SignupRow = {
      id: before?.id ?? book.nextId(),
      line_id: book.row.id,
      person_id: request.personId,
      status: decision.kind,
      position: decision.position,
      seats,
      registered_by: request.actorId,
      decided_at: book.at,
      cancelled_at: null,
      cancel_reason: null,
      reason_code: null,
      offer_until: null,
    };
    book.put(after, { actorId: request.actorId, action: before === undefined ? 'signed-up' : 'rejoined' });
    book.bring(after, party.guests);
    if (this.#questions.length > 0) book.answer(after, answers.given);
    if (request.newcomer !== undefined) book.welcome(request.newcomer);
    return { kind: 'decided', signup: after, ahead };
  }

  #cancel(request: CancelRequest): Decided {
    const { book } = this;
    const before = this.#own(request);
    if (before === undefined) return refused('signup.unknown');
    const decision = decideCancel(book.line, heldOf(before), book.now);
    if (decision.kind === 'refused') return decision;
    if (this.#questions.length > 0) book.answer(before, []);
    book.line = decision.line;
    const { reason } = request;
    const after: SignupRow = {
      ...before,
      status: decision.status,
      decided_at: book.at,
      cancelled_at: book.at,
      cancel_reason: reason,
      offer_until: null,
    };
    book.put(after, { actorId: request.actorId, action: 'cancelled', reason });
    return { kind: 'decided', signup: after, ahead: 0 };
  }

  #answerOffer(request: OfferRequest): Decided {
    const { book } = this;
    const before = this.#own(request);
    if (before === undefined) return refused('signup.unknown');
    const offer = offerOf(before);
    const decision =
      request.kind === 'accept'
        ? decideAccept(book.line, offer, this.#clashOf(request.personId), book.now)
        : decideDecline(book.line, offer, book.now);
    if (decision.kind === 'refused') return decision;
    // What was planned when they lined up may have grown since.
    const tired = request.kind === 'accept' ? this.facts.workload(request.personId) : undefined;
    if (tired !== undefined) return tired;
    book.line = decision.line;
    const after: SignupRow = {
      ...before,
      status: decision.kind,
      decided_at: book.at,
      offer_until: null,
    };
    book.put(after, {
      actorId: request.actorId,
      action: request.kind === 'accept' ? 'accepted' : 'declined',
    });
    return { kind: 'decided', signup: after, ahead: 0 };
  }

  /** The place that is named, if it is this person's. */
  #own({ personId, signupId }: CancelRequest | OfferRequest): SignupRow | undefined {
    const held = this.book.heldBy(personId);
    return held?.id === signupId ? held : undefined;
  }

  #clashOf(personId: string) {
    const clash = this.#clashes.get(personId);
    return clash && { title: clash.title, startsAt: clash.starts_at };
  }

  #present(decided: SignupRow, ahead: number): PendingOutcome {
    return (offered) => {
      // Offered a seat in this very transaction, the place is not what it was when it was decided.
      const signup = offered.some(({ signupId }) => signupId === decided.id)
        ? (this.book.signup(decided.id) ?? decided)
        : decided;
      const gone = offered
        .filter(({ position }) => position < decided.position)
        .reduce((seats, party) => seats + party.seats, 0);
      return {
        kind: 'answered',
        signup: {
          id: signup.id,
          lineId: this.book.row.id,
          kind: this.book.row.kind,
          status: signup.status,
          seats: signup.seats,
          ahead: signup.status === 'waitlisted' ? Math.max(0, ahead - gone) : null,
          offerUntil: signup.offer_until,
          decidedAt: signup.decided_at,
        },
      };
    };
  }
}
