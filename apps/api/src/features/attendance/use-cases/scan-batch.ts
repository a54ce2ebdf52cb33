import type { Direction, Method, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { KeyedRequest, StoredAnswer } from '../../../platform/idempotency/request-answers.js';
import { type StoredState, TRANSITIONS } from '../rules/attendance-states.js';
import { decideScan } from '../rules/decide-scan.js';
import type { AttendanceRow, EventRow, ShiftRow, WayIn, WayOut } from '../store/attendance.store.js';

/** Somebody's way in or out of a shift, with the code already checked. */
export interface ScanRequest extends KeyedRequest {
  readonly personId: string;
  readonly direction: Direction;
  readonly method: Method;
  /** When the server received it. */
  readonly at: string;
  readonly deviceTime: string;
  /** Of a volunteer's one-time code. */
  readonly nonce: string | null;
  readonly reason: string | null;
  /** Whether the actor acts as staff, and so must have the shift in scope. */
  readonly asStaff: boolean;
}

export type ScanResult =
  | { readonly kind: 'answered'; readonly outcome: ScanOutcome }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly facts: ProblemFacts };

export interface ScanFacts {
  readonly confirmed: readonly string[];
  readonly attendance: readonly AttendanceRow[];
  readonly accepted: readonly EventRow[];
  readonly usedNonces: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  /** Staff of the batch whose scope does not hold the shift. */
  readonly outOfScope: ReadonlySet<string>;
}

/** Minutes are known only after all is decided: results are made then. */
export type PendingResult = (minutes: ReadonlyMap<string, number>) => ScanResult;

/** A person's stay as the decisions so far have left it. */
interface Stay {
  readonly state: StoredState;
  readonly inAt: string;
  readonly inMethod: Method;
  readonly minutes: number | null;
}

/** Somebody who was there from in to out. */
export interface Completed {
  readonly personId: string;
  readonly inAt: string;
  readonly outAt: string;
  readonly ticked: boolean;
  readonly request: ScanRequest;
}

const refuse =
  (code: ProblemCode, facts: ProblemFacts = {}): PendingResult =>
  () => ({ kind: 'refused', code, facts });

/** One transaction's worth of scans: decided one after the other in memory, written together. */
export class ScanBatch {
  readonly waysIn: WayIn[] = [];
  readonly waysOut: WayOut[] = [];
  readonly completed: Completed[] = [];
  readonly events: EventRow[] = [];
  readonly #stays: Map<string, Stay>;
  readonly #firstEvents: Map<string, EventRow>;
  readonly #confirmed: ReadonlySet<string>;
  readonly #nonces: Set<string>;
  readonly #kept = new Map<string, { request: ScanRequest; result: PendingResult }>();

  constructor(
    private readonly shift: ShiftRow,
    private readonly facts: ScanFacts,
    private readonly nextId: () => string,
  ) {
    this.#confirmed = new Set(facts.confirmed);
    this.#nonces = new Set(facts.usedNonces);
    this.#firstEvents = new Map(
      facts.accepted.map((event) => [wayOf(event.person_id, event.direction), event]),
    );
    this.#stays = new Map(
      facts.attendance.map((row) => [
        row.person_id,
        { state: row.state, inAt: row.in_at, inMethod: row.in_method, minutes: row.minutes },
      ]),
    );
  }

  /** Decides one scan in its turn. */
  take(request: ScanRequest, stored: StoredAnswer | undefined): PendingResult {
    if (stored !== undefined)
      return stored.bodyHash === request.bodyHash
        ? () => ({ kind: 'answered', outcome: stored.answer as ScanOutcome })
        : refuse('request.key-reused');
    const slot = `${request.actorId} ${request.requestKey}`;
    const twin = this.#kept.get(slot);
    // A retry that arrived together with its first: the same answer, decided once.
    if (twin !== undefined)
      return twin.request.bodyHash === request.bodyHash ? twin.result : refuse('request.key-reused');
    if (request.asStaff && this.facts.outOfScope.has(request.actorId)) return refuse('access.out-of-scope');
    if (request.nonce !== null && this.#nonces.has(request.nonce)) return refuse('attendance.code-used');
    const result = this.#decide(request);
    if (typeof result !== 'function') return refuse(result.code, result.facts);
    if (request.nonce !== null) this.#nonces.add(request.nonce);
    this.#kept.set(slot, { request, result });
    return result;
  }

  /** First answers to remember; a refusal changes nothing and is not kept. */
  answersToKeep(minutes: ReadonlyMap<string, number>): { request: KeyedRequest; answer: ScanOutcome }[] {
    return [...this.#kept.values()].flatMap(({ request, result }) => {
      const made = result(minutes);
      return made.kind === 'answered' ? [{ request, answer: made.outcome }] : [];
    });
  }

  #decide(
    request: ScanRequest,
  ): PendingResult | { readonly code: ProblemCode; readonly facts: ProblemFacts } {
    const { personId, direction } = request;
    const stay = this.#stays.get(personId);
    const verdict = decideScan({
      direction,
      at: Date.parse(request.at),
      shift: { startsAt: this.shift.starts_at, endsAt: this.shift.ends_at },
      signedUp: this.#confirmed.has(personId),
      stored: stay?.state ?? null,
    });
    if (verdict.kind === 'refused') return verdict;
    if (verdict.kind === 'repeated') return this.#repeat(request, verdict.state);
    const state =
      direction === 'in' ? this.#enter(request, verdict.state) : this.#leave(request, stay as Stay);
    const event = this.#event(request, 'accepted');
    this.#firstEvents.set(wayOf(personId, direction), event);
    return this.#present(event, state, false);
  }

  #enter(request: ScanRequest, state: StoredState): StoredState {
    const { personId, at, method } = request;
    this.waysIn.push({ id: this.nextId(), personId, at, method });
    this.#stays.set(personId, { state, inAt: at, inMethod: method, minutes: null });
    return state;
  }

  #leave(request: ScanRequest, stay: Stay): StoredState {
    const { personId, at, method } = request;
    const state =
      this.shift.counts === 1 ? TRANSITIONS['checked-out'].compute : TRANSITIONS['checked-in'].out;
    this.waysOut.push({ personId, at, method });
    const ticked = method === 'roster-tick' || stay.inMethod === 'roster-tick';
    this.completed.push({ personId, inAt: stay.inAt, outAt: at, ticked, request });
    this.#stays.set(personId, { ...stay, state });
    return state;
  }

  /** Nothing changes; the answer names the first event. Only a one-time code that was used up leaves a trace. */
  #repeat(request: ScanRequest, state: StoredState): PendingResult {
    const trace = request.nonce === null ? undefined : this.#event(request, 'repeated');
    const first = this.#firstEvents.get(wayOf(request.personId, request.direction)) ?? trace;
    if (first === undefined) throw new Error('attendance without the event that made it');
    return this.#present(first, state, true);
  }

  #event(request: ScanRequest, outcome: EventRow['outcome']): EventRow {
    const event: EventRow = {
      id: this.nextId(),
      shift_id: this.shift.id,
      person_id: request.personId,
      actor_id: request.actorId,
      direction: request.direction,
      method: request.method,
      outcome,
      device_time: request.deviceTime,
      server_time: request.at,
      code_nonce: request.nonce,
      reason: request.reason,
    };
    this.events.push(event);
    return event;
  }

  #present(event: EventRow, state: StoredState, repeated: boolean): PendingResult {
    const { person_id: personId } = event;
    const before = this.#stays.get(personId)?.minutes ?? null;
    return (minutes) => ({
      kind: 'answered',
      outcome: {
        eventId: event.id,
        shiftId: this.shift.id,
        personName: this.facts.names.get(personId) ?? '',
        activityTitle: this.shift.activity_title,
        roleName: this.shift.role_name,
        direction: event.direction,
        method: event.method,
        at: event.server_time,
        state,
        repeated,
        minutes: event.direction === 'out' ? (minutes.get(personId) ?? before) : null,
      },
    });
  }
}

const wayOf = (personId: string, direction: Direction): string => `${personId} ${direction}`;
