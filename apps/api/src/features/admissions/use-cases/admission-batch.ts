import type {
  AdmissionMethod,
  AdmissionOutcome,
  DoorCounts,
  ExcuseOutcome,
} from '@xiaolin/shared-types/admissions/schema';
import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import {
  type KeyedRequest,
  slotOf,
  type StoredAnswer,
} from '../../../platform/idempotency/request-answers.js';
import type { PlaceOutcome } from '../../signups/index.js';
import { decideAdmission, decideExcuse, decideUndo, type RefusedAtDoor } from '../rules/decide-admission.js';
import type { AdmissionEvent, OccurrenceRow, PlaceRow, StandingRow } from '../store/admission.store.js';

/** Something that staff do to a place at the door, with the ticket already checked. */
export interface DoorRequest extends KeyedRequest {
  readonly kind: 'admit' | 'undo' | 'excuse';
  readonly signupId: string;
  /** How many of the party; null: all that it can be. */
  readonly seats: number | null;
  /** How somebody is let in; null for everything else. */
  readonly method: AdmissionMethod | null;
  readonly deviceTime: string | null;
  readonly reason: string | null;
  /** When the server received it. */
  readonly at: string;
}

export type DoorAnswer = AdmissionOutcome | ExcuseOutcome;
export type DoorResult =
  | { readonly kind: 'answered'; readonly outcome: DoorAnswer }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly facts: ProblemFacts };

export interface DoorFacts {
  readonly places: readonly PlaceRow[];
  /** Names of those who come along with a place. */
  readonly guestsOf: (signupId: string) => readonly string[];
  readonly counts: DoorCounts;
  /** Names of the staff of the batch. */
  readonly names: ReadonlyMap<string, string>;
  /** Staff of the batch whose scope does not hold the occurrence. */
  readonly outOfScope: ReadonlySet<string>;
}

/** What happened, for the trail. */
export interface DoorNote {
  readonly request: DoorRequest;
  readonly action: 'admitted' | 'admission-undone' | 'absence-excused';
  readonly before: string;
  readonly after: string;
}

/** A place as the decisions so far have left it. */
interface Standing extends PlaceRow {
  readonly admitted: number;
  readonly changed: boolean;
}

const refuse = (code: ProblemCode, facts: ProblemFacts = {}): RefusedAtDoor => ({
  kind: 'refused',
  code,
  facts,
});

/** One transaction's worth of admissions: decided one after the other in memory, written together. */
export class AdmissionBatch {
  readonly events: AdmissionEvent[] = [];
  readonly notes: DoorNote[] = [];
  readonly #before: ReadonlyMap<string, PlaceRow>;
  readonly #standings: Map<string, Standing>;
  readonly #kept = new Map<string, { request: DoorRequest; outcome: DoorAnswer }>();
  #counts: DoorCounts;

  constructor(
    private readonly occurrence: OccurrenceRow,
    private readonly facts: DoorFacts,
    private readonly nextId: () => string,
  ) {
    this.#before = new Map(facts.places.map((place) => [place.signup_id, place]));
    this.#standings = new Map(
      facts.places.map((place) => [
        place.signup_id,
        { ...place, admitted: place.admitted_seats ?? 0, changed: false },
      ]),
    );
    this.#counts = facts.counts;
  }

  /** Decides one request in its turn. */
  take(request: DoorRequest, stored: StoredAnswer | undefined): DoorResult {
    if (stored !== undefined)
      return stored.bodyHash === request.bodyHash
        ? { kind: 'answered', outcome: stored.answer as DoorAnswer }
        : refuse('request.key-reused');
    const twin = this.#kept.get(slotOf(request));
    // A retry that arrived together with its first: the same answer, decided once.
    if (twin !== undefined)
      return twin.request.bodyHash === request.bodyHash
        ? { kind: 'answered', outcome: twin.outcome }
        : refuse('request.key-reused');
    if (this.facts.outOfScope.has(request.actorId)) return refuse('access.out-of-scope');
    const place = this.#standings.get(request.signupId);
    if (place === undefined) return refuse('signup.unknown');
    const outcome = this[request.kind](request, place);
    if ('code' in outcome) return outcome;
    this.#kept.set(slotOf(request), { request, outcome });
    return { kind: 'answered', outcome };
  }

  /** First answers to remember; a refusal changes nothing and is not kept. */
  get answersToKeep(): { request: KeyedRequest; answer: unknown }[] {
    return [...this.#kept.values()].map(({ request, outcome }) => ({ request, answer: outcome }));
  }

  get admittedSeats(): number {
    return this.#counts.admittedSeats;
  }

  /** Where the places that changed stand now, and whether they had a row before. */
  get standings(): { row: StandingRow; known: boolean }[] {
    return [...this.#standings.values()]
      .filter(({ changed }) => changed)
      .map((place) => ({
        known: this.#before.get(place.signup_id)?.admitted_seats !== null,
        row: {
          signup_id: place.signup_id,
          line_id: this.occurrence.id,
          admitted_seats: place.admitted,
          admitted_at: place.admitted_at,
          admitted_by: place.admitted_by,
          excused_at: place.excused_at,
          excuse_reason: place.excuse_reason,
        },
      }));
  }

  /** Places whose status is another one now. */
  get outcomes(): PlaceOutcome[] {
    const latest = new Map(this.notes.map((note) => [note.request.signupId, note]));
    return [...latest.values()].flatMap(({ request, action }) => {
      const from = this.#before.get(request.signupId);
      const place = this.#standings.get(request.signupId);
      if (from === undefined || place === undefined || from.status === place.status) return [];
      return {
        signupId: place.signup_id,
        lineId: this.occurrence.id,
        position: place.position,
        from: from.status,
        to: place.status as PlaceOutcome['to'],
        action: action === 'absence-excused' ? 'excused' : action,
        actorId: request.actorId,
        reason: request.reason,
      };
    });
  }

  private admit(request: DoorRequest, place: Standing): AdmissionOutcome | RefusedAtDoor {
    const asked = { seats: request.seats, method: request.method ?? 'tick', at: request.at };
    const verdict = decideAdmission(atDoor(place), asked, this.#times);
    if (verdict.kind === 'refused') return verdict;
    if (verdict.kind === 'repeated') return this.#present(place, 0, true);
    const after = this.#change(place, {
      status: 'attended',
      admitted: place.admitted + verdict.seats,
      admitted_at: request.at,
      admitted_by: request.actorId,
      admitted_by_name: this.facts.names.get(request.actorId) ?? null,
    });
    this.#record(request, 'admitted', verdict.seats, place, after);
    return this.#present(after, verdict.seats, false);
  }

  private undo(request: DoorRequest, place: Standing): AdmissionOutcome | RefusedAtDoor {
    const verdict = decideUndo(atDoor(place), { seats: request.seats, at: request.at }, this.#times);
    if (verdict.kind === 'refused') return verdict;
    const admitted = place.admitted - verdict.seats;
    const nobody = {
      status: 'confirmed',
      admitted_at: null,
      admitted_by: null,
      admitted_by_name: null,
    } as const;
    const after = this.#change(place, { admitted, ...(admitted === 0 && nobody) });
    this.#record(request, 'undone', verdict.seats, place, after);
    return this.#present(after, verdict.seats, false);
  }

  private excuse(request: DoorRequest, place: Standing): ExcuseOutcome | RefusedAtDoor {
    const verdict = decideExcuse(atDoor(place), request.at, this.#times);
    if (verdict.kind === 'refused') return verdict;
    const repeated = verdict.kind === 'repeated';
    const after = repeated
      ? place
      : this.#change(place, {
          status: 'confirmed',
          excused_at: request.at,
          excuse_reason: request.reason,
        });
    if (!repeated) this.#record(request, 'excused', 0, place, after);
    return {
      signupId: after.signup_id,
      status: after.status,
      excuseReason: after.excuse_reason ?? '',
      repeated,
    };
  }

  get #times() {
    return { startsAt: this.occurrence.starts_at, endsAt: this.occurrence.ends_at };
  }

  #change(place: Standing, change: Partial<Standing>): Standing {
    const after = { ...place, ...change, changed: true };
    this.#standings.set(place.signup_id, after);
    const more = after.admitted - place.admitted;
    this.#counts = { ...this.#counts, admittedSeats: this.#counts.admittedSeats + more };
    return after;
  }

  #record(
    request: DoorRequest,
    action: AdmissionEvent['action'],
    seats: number,
    before: Standing,
    after: Standing,
  ): void {
    this.events.push({
      id: this.nextId(),
      signup_id: request.signupId,
      line_id: this.occurrence.id,
      actor_id: request.actorId,
      action,
      seats,
      method: request.method,
      device_time: request.deviceTime,
      reason: request.reason,
      at: request.at,
    });
    const noted = { admitted: 'admitted', undone: 'admission-undone', excused: 'absence-excused' } as const;
    this.notes.push({ request, action: noted[action], before: inWords(before), after: inWords(after) });
  }

  #present(place: Standing, changedSeats: number, repeated: boolean): AdmissionOutcome {
    return {
      signupId: place.signup_id,
      personName: place.person_name,
      guestNames: [...this.facts.guestsOf(place.signup_id)],
      seats: place.seats,
      admittedSeats: place.admitted,
      changedSeats,
      at: place.admitted_at,
      byName: place.admitted_by_name,
      repeated,
      counts: this.#counts,
    };
  }
}

const atDoor = (place: Standing) => ({
  status: place.status,
  seats: place.seats,
  admitted: place.admitted,
  excused: place.excused_at !== null,
});

const inWords = (place: Standing): string => `${place.status} ${place.admitted}/${place.seats}`;
