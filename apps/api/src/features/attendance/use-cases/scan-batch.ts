import type { Direction, Method, PlaceFinding, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { KeyedRequest, StoredAnswer } from '../../../platform/idempotency/request-answers.js';
import { type StoredState, TRANSITIONS } from '../rules/attendance-states.js';
import { decideScan } from '../rules/decide-scan.js';
import {
  type AttendanceRow,
  type EventRow,
  momentOf,
  type ShiftRow,
  type WayIn,
  type WayOut,
} from '../store/attendance.store.js';

/** Somebody's way in or out of a shift, with the code already checked. */
export interface ScanRequest extends KeyedRequest {
  readonly personId: string;
  readonly direction: Direction;
  readonly method: Method;
  /** When it was scanned, by the server's clock: as it received it, or before that where `late`. */
  readonly at: string;
  readonly receivedAt: string;
  /** Waited on a device. */
  readonly late: boolean;
  readonly deviceTime: string;
  readonly deviceHash: string | null;
  readonly place: PlaceFinding | null;
  /** Of a volunteer's one-time code. */
  readonly nonce: string | null;
  readonly reason: string | null;
  /** Whether the actor acts as staff, and so must have the shift in scope. */
  readonly asStaff: boolean;
}

/** A late way out whose way in is not here yet. */
export interface Held {
  readonly heldShiftId: string;
  readonly at: string;
}

/** What is kept as the first answer. */
type KeptAnswer = ScanOutcome | Held;

export const readAnswer = (answer: unknown): ScanResult => {
  const kept = answer as KeptAnswer;
  return 'heldShiftId' in kept ? { kind: 'held', held: kept } : { kind: 'answered', outcome: kept };
};

export type ScanResult =
  | { readonly kind: 'answered'; readonly outcome: ScanOutcome }
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly facts: ProblemFacts };

export interface ScanFacts {
  readonly confirmed: readonly string[];
  readonly attendance: readonly AttendanceRow[];
  /** Accepted ones, and ways out that wait for their way in. */
  readonly events: readonly EventRow[];
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
  /** Who scanned the way out. */
  readonly actorId: string;
}

const refuse =
  (code: ProblemCode, facts: ProblemFacts = {}): PendingResult =>
  () => ({ kind: 'refused', code, facts });

/** One transaction's worth of scans: decided one after the other in memory, written together. */
export class ScanBatch {
  readonly waysIn: WayIn[] = [];
  readonly movedIn: WayIn[] = [];
  readonly waysOut: WayOut[] = [];
  readonly completed: Completed[] = [];
  readonly events: EventRow[] = [];
  readonly #stays: Map<string, Stay>;
  readonly #firstEvents: Map<string, EventRow>;
  readonly #held = new Map<string, EventRow[]>();
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
    const accepted = facts.events.filter(({ outcome }) => outcome === 'accepted');
    // The earliest way in is the one that counts, so it is entered last.
    accepted.sort((a, b) => momentOf(b).localeCompare(momentOf(a)));
    this.#firstEvents = new Map(accepted.map((event) => [wayOf(event.person_id, event.direction), event]));
    for (const event of facts.events) if (event.outcome === 'held') this.#hold(event);
    this.#stays = new Map(
      facts.attendance.map((row) => [
        row.person_id,
        { state: row.state, inAt: row.in_at, inMethod: row.in_method, minutes: row.minutes },
      ]),
    );
  }

  /** What was known about these people before. */
  get before(): readonly EventRow[] {
    return this.facts.events;
  }

  /**
   * Decides scans in the order in which they were made: of two that arrive together the later one may have overtaken
   * the earlier. What is not late was made as it arrived.
   *
   * @returns results in the order of the requests
   */
  takeAll(
    requests: readonly ScanRequest[],
    stored: (request: KeyedRequest) => StoredAnswer | undefined,
  ): PendingResult[] {
    const results: PendingResult[] = [];
    const order = requests.map((request, at) => ({ request, at }));
    order.sort((a, b) => a.request.at.localeCompare(b.request.at));
    for (const { request, at } of order) results[at] = this.#take(request, stored(request));
    return results;
  }

  #take(request: ScanRequest, stored: StoredAnswer | undefined): PendingResult {
    if (stored !== undefined)
      return stored.bodyHash === request.bodyHash
        ? () => readAnswer(stored.answer)
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
  answersToKeep(minutes: ReadonlyMap<string, number>): { request: KeyedRequest; answer: KeptAnswer }[] {
    return [...this.#kept.values()].flatMap(({ request, result }) => {
      const made = result(minutes);
      if (made.kind === 'refused') return [];
      return [{ request, answer: made.kind === 'held' ? made.held : made.outcome }];
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
      late: request.late,
      inAt: stay === undefined ? null : Date.parse(stay.inAt),
      shift: { startsAt: this.shift.starts_at, endsAt: this.shift.ends_at },
      signedUp: this.#confirmed.has(personId),
      stored: stay?.state ?? null,
    });
    switch (verdict.kind) {
      case 'refused':
        return verdict;
      case 'repeated':
        return this.#repeat(request, verdict.state);
      case 'held': {
        this.#hold(this.#event(request, 'held'));
        const held = { heldShiftId: this.shift.id, at: request.at };
        return () => ({ kind: 'held', held });
      }
      case 'earlier':
      case 'accepted': {
        const event = this.#event(request, 'accepted');
        this.#firstEvents.set(wayOf(personId, direction), event);
        if (direction === 'in') this.#enter(event, verdict);
        else this.#leave(event, stay as Stay);
        return this.#present(event, this.#stays.get(personId)?.state ?? verdict.state, false);
      }
    }
  }

  #enter(event: EventRow, verdict: { readonly kind: 'earlier' | 'accepted'; readonly state: StoredState }) {
    const { person_id: personId, method } = event;
    const way = { id: event.id, personId, at: momentOf(event), method };
    (verdict.kind === 'earlier' ? this.movedIn : this.waysIn).push(way);
    const stay = { state: verdict.state, inAt: way.at, inMethod: method, minutes: null };
    this.#stays.set(personId, stay);
    // Whoever left before this arrived has left.
    const out = this.#held.get(personId)?.find((held) => momentOf(held) >= way.at);
    if (out === undefined) return;
    const counted: EventRow = {
      ...out,
      id: this.nextId(),
      outcome: 'accepted',
      server_time: event.server_time,
      counted_at: momentOf(out),
      // Used up by the event that was held.
      code_nonce: null,
    };
    this.events.push(counted);
    this.#firstEvents.set(wayOf(personId, 'out'), counted);
    this.#leave(counted, stay);
  }

  #leave(event: EventRow, stay: Stay): void {
    const { person_id: personId, method, actor_id: actorId } = event;
    const at = momentOf(event);
    const state =
      this.shift.counts === 1 ? TRANSITIONS['checked-out'].compute : TRANSITIONS['checked-in'].out;
    this.waysOut.push({ personId, at, method });
    const ticked = method === 'roster-tick' || stay.inMethod === 'roster-tick';
    this.completed.push({ personId, inAt: stay.inAt, outAt: at, ticked, actorId });
    this.#stays.set(personId, { ...stay, state });
  }

  /** Earliest first. */
  #hold(event: EventRow): void {
    const held = [...(this.#held.get(event.person_id) ?? []), event];
    this.#held.set(
      event.person_id,
      held.sort((a, b) => momentOf(a).localeCompare(momentOf(b))),
    );
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
      server_time: request.receivedAt,
      counted_at: request.late ? request.at : null,
      code_nonce: request.nonce,
      reason: request.reason,
      device_hash: request.deviceHash,
      place_outcome: request.place?.outcome ?? null,
      distance_band: request.place?.band ?? null,
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
        at: momentOf(event),
        state,
        repeated,
        late: event.counted_at !== null,
        minutes: event.direction === 'out' ? (minutes.get(personId) ?? before) : null,
      },
    });
  }
}

const wayOf = (personId: string, direction: Direction): string => `${personId} ${direction}`;
