import type { AdmissionMethod } from '@xiaolin/shared-types/admissions/schema';
import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { doorTimes, type OccurrenceTimes } from './door-times.js';

/** A place as the door knows it. */
export interface PlaceAtDoor {
  readonly status: SignupStatus;
  /** Seats of the party, and how many of them are in. */
  readonly seats: number;
  readonly admitted: number;
  readonly excused: boolean;
}

export interface RefusedAtDoor {
  readonly kind: 'refused';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}

export type AdmissionVerdict =
  | { readonly kind: 'admitted'; readonly seats: number }
  /** The whole party is in: the first admission stands. */
  | { readonly kind: 'repeated' }
  | RefusedAtDoor;

const refuse = (code: ProblemCode, facts: ProblemFacts = {}): RefusedAtDoor => ({
  kind: 'refused',
  code,
  facts,
});

const CANCELLED: readonly SignupStatus[] = ['cancelled', 'cancelled-late', 'cancelled-by-organiser'];
const HELD: readonly SignupStatus[] = ['confirmed', 'attended', 'no-show'];

/** Whether the place ever led through the door; undefined when it does. */
function withoutPlace(status: SignupStatus): RefusedAtDoor | undefined {
  if (CANCELLED.includes(status)) return refuse('admission.place-cancelled');
  return HELD.includes(status) ? undefined : refuse('admission.no-place', { status });
}

/**
 * Who is let in. Repeating an admission is no refusal whatever the time: whoever is in wants to hear that. A scan
 * is for the door and ends with the occurrence; a tick also mends what was forgotten, until absences are final.
 *
 * @param asked seats of the party, or null for all who are not in yet; `at`: when the server received it, ISO 8601
 */
export function decideAdmission(
  place: PlaceAtDoor,
  asked: { readonly seats: number | null; readonly method: AdmissionMethod; readonly at: string },
  occurrence: OccurrenceTimes,
): AdmissionVerdict {
  const none = withoutPlace(place.status);
  if (none !== undefined) return none;
  const left = place.seats - place.admitted;
  if (left <= 0) return { kind: 'repeated' };
  const { opensAt, closesAt, finalAt } = doorTimes(occurrence);
  const until = asked.method === 'scan' ? closesAt : finalAt;
  if (asked.at < opensAt) return refuse('admission.too-early', { opensAt });
  // Another process may have made the absence final a moment early, by its own clock.
  if (asked.at > until || place.status === 'no-show') return refuse('admission.over', { closedAt: until });
  const seats = asked.seats ?? left;
  return seats > left
    ? refuse('admission.too-many', { seats: place.seats, admitted: place.admitted })
    : { kind: 'admitted', seats };
}

export type UndoVerdict = { readonly kind: 'undone'; readonly seats: number } | RefusedAtDoor;

/** Taking an admission back: a wrong tap, or somebody let in under another's name. */
export function decideUndo(
  place: PlaceAtDoor,
  asked: { readonly seats: number | null; readonly at: string },
  occurrence: OccurrenceTimes,
): UndoVerdict {
  if (place.admitted === 0) return refuse('admission.nothing-to-undo');
  const { finalAt } = doorTimes(occurrence);
  if (asked.at > finalAt) return refuse('admission.over', { closedAt: finalAt });
  const seats = asked.seats ?? place.admitted;
  return seats > place.admitted
    ? refuse('admission.too-many', { seats: place.seats, admitted: place.admitted })
    : { kind: 'undone', seats };
}

export type ExcuseVerdict = { readonly kind: 'excused' | 'repeated' } | RefusedAtDoor;

/** Excusing an absence, proposed or final: a final one then counts no more. */
export function decideExcuse(place: PlaceAtDoor, at: string, occurrence: OccurrenceTimes): ExcuseVerdict {
  const none = withoutPlace(place.status);
  if (none !== undefined) return none;
  if (place.admitted > 0) return refuse('admission.not-absent');
  if (place.excused) return { kind: 'repeated' };
  if (at < occurrence.endsAt) return refuse('admission.not-over-yet', { endsAt: occurrence.endsAt });
  return { kind: 'excused' };
}
