import type { FieldProblem, ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import { type Phase, phaseOf } from '@xiaolin/shared-types/signups/phase';
import type { LineView, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { offerCutoff } from './offer-seats.js';
import { isSeated, mayBecome, mayJoinAgain } from './transitions.js';

/** The line under its lock; counters move on with each decision of a batch. */
export interface LineState extends LineView {
  readonly nextPosition: number;
  /** No offers from so many minutes before the start. */
  readonly offerCutoffMinutes: number;
  /** No live offer ends before this moment; null when there is none. */
  readonly offersUntil: string | null;
  /** The most people of one signup. */
  readonly partyLimit: number;
  /** When time or place last moved; null while they stand as they were announced. */
  readonly movedAt: string | null;
  /** From here on a place can no longer be given up: its start, or the end of a course. */
  readonly leaveUntil: string;
  /** A date of a course that is taken as a whole: nobody joins or leaves it alone. */
  readonly ofCourse: boolean;
}

export interface Applicant {
  /** This person's signup in this line, if there ever was one. */
  readonly held: SignupStatus | undefined;
  /** A confirmed place elsewhere at the same time. */
  readonly clash: { readonly title: string; readonly startsAt: string } | undefined;
  /** The person and those who come along: all or nothing. */
  readonly seats: number;
}

export interface Refused {
  readonly kind: 'refused';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  readonly errors?: readonly FieldProblem[];
}

export type PlaceDecision =
  | {
      readonly kind: 'confirmed' | 'waitlisted' | 'pending-review' | 'in-draw';
      readonly position: number;
      readonly line: LineState;
    }
  | Refused;

export const refused = (code: ProblemCode, facts: ProblemFacts = {}): Refused => ({
  kind: 'refused',
  code,
  facts,
});

/** Why a line takes nobody in this phase; the phases that take somebody are not listed. */
const CLOSED: Partial<Record<Phase, (line: LineState) => Refused>> = {
  'called-off': () => refused('signup.called-off'),
  'not-open': (line) => refused('signup.not-open-yet', { opensAt: line.opensAt }),
  closed: (line) => refused('signup.closed', { closedAt: line.closesAt }),
  'in-progress': (line) => refused('signup.closed', { closedAt: line.closesAt }),
  over: (line) => refused('signup.closed', { closedAt: line.closesAt }),
  full: (line) => refused('signup.full', { capacity: line.capacity, waiting: line.waiting }),
};

/**
 * The one rule for a place, for occurrences and shifts alike: seats while enough are free and nobody waits, else a
 * place in the waitlist while it has room. Whoever leaves and joins again goes to the tail.
 * Whoever holds a place hears that first, even of a line that has closed.
 */
export function decidePlace(line: LineState, applicant: Applicant, now: Date): PlaceDecision {
  const phase = phaseOf(line, now);
  if (line.ofCourse) return refused('signup.whole-course');
  if (applicant.held !== undefined && !mayJoinAgain(applicant.held) && !line.calledOff)
    return refused('signup.already');
  const closed = CLOSED[phase];
  if (closed !== undefined) return closed(line);
  if (applicant.clash !== undefined)
    return refused('signup.clash', { title: applicant.clash.title, startsAt: applicant.clash.startsAt });
  const position = line.nextPosition;
  const next = { ...line, nextPosition: position + 1 };
  // An application takes nothing until the organiser has decided.
  if (line.mode === 'approval') return { kind: 'pending-review', position, line: next };
  // An entry takes nothing until the draw, and when it came makes no difference to it.
  if (line.mode === 'lottery') return { kind: 'in-draw', position, line: next };
  const place = seatOrWait(next, applicant.seats);
  return place.kind === 'refused' ? place : { ...place, position };
}

/** Seats if the whole party fits and nobody waits, else a place in the waitlist while it has room. */
export function seatOrWait(
  line: LineState,
  seats: number,
): { readonly kind: 'confirmed' | 'waitlisted'; readonly line: LineState } | Refused {
  if (line.waiting === 0 && line.taken + seats <= line.capacity)
    return { kind: 'confirmed', line: { ...line, taken: line.taken + seats } };
  if (line.waiting + seats > line.waitlistLimit)
    return refused('signup.full', { capacity: line.capacity, waiting: line.waiting });
  return { kind: 'waitlisted', line: { ...line, waiting: line.waiting + seats } };
}

export type CancelDecision =
  | { readonly kind: 'cancelled'; readonly status: 'cancelled' | 'cancelled-late'; readonly line: LineState }
  | Refused;

/** A place as its owner gives it up. */
export interface Held {
  readonly status: SignupStatus;
  readonly seats: number;
  readonly decidedAt: string;
}

/** Whoever was confirmed before time or place moved may leave as if nothing had closed (domain, "States": Activity). */
export const mayLeaveFreely = (
  { movedAt, leaveUntil }: Pick<LineState, 'movedAt' | 'leaveUntil'>,
  { status, decidedAt }: Omit<Held, 'seats'>,
  now: Date,
): boolean =>
  status === 'confirmed' &&
  movedAt !== null &&
  decidedAt <= movedAt &&
  now.getTime() < Date.parse(leaveUntil);

/**
 * Until when a confirmed place may be given up freely: until sign-up closes. In a lottery nobody has a place before
 * that, so there it is the moment from which the seat can no longer be offered to anybody.
 */
export const freeUntil = (line: LineState): number =>
  line.mode === 'lottery' ? offerCutoff(line) : Date.parse(line.closesAt);

/**
 * Giving a place up: free until {@link freeUntil}, and to the start where time or place moved; else marked late
 * (志愿服务条例 art. 22 asks volunteers for notice), impossible once it has begun (a course: once it is
 * over, and of its dates only those to come are given up). Leaving the waitlist, an offer or an application is never late.
 */
export function decideCancel(line: LineState, held: Held, now: Date): CancelDecision {
  const { status, seats } = held;
  if (line.ofCourse) return refused('signup.whole-course');
  if (!mayBecome(status, 'cancelled') || now.getTime() >= Date.parse(line.leaveUntil))
    return refused('signup.not-cancellable');
  if (status === 'waitlisted')
    return { kind: 'cancelled', status: 'cancelled', line: { ...line, waiting: line.waiting - seats } };
  const late = status === 'confirmed' && now.getTime() >= freeUntil(line) && !mayLeaveFreely(line, held, now);
  return {
    kind: 'cancelled',
    status: late ? 'cancelled-late' : 'cancelled',
    line: isSeated(status) ? { ...line, taken: line.taken - seats } : line,
  };
}
