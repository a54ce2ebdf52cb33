import type { ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';
import { type Phase, phaseOf } from '@xiaolin/shared-types/signups/phase';
import type { LineView, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { mayBecome } from './transitions.js';

/** The line under its lock; counters move on with each decision of a batch. */
export interface LineState extends LineView {
  readonly nextPosition: number;
}

export interface Applicant {
  /** This person's signup in this line, if there ever was one. */
  readonly held: SignupStatus | undefined;
  /** A confirmed place elsewhere at the same time. */
  readonly clash: { readonly title: string; readonly startsAt: string } | undefined;
}

export interface Refused {
  readonly kind: 'refused';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}

export type PlaceDecision =
  | { readonly kind: 'confirmed' | 'waitlisted'; readonly position: number; readonly line: LineState }
  | Refused;

const refused = (code: ProblemCode, facts: ProblemFacts = {}): Refused => ({ kind: 'refused', code, facts });

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
 * The one rule for a place, for occurrences and shifts alike: a seat while one is free and nobody waits, else a
 * place in the waitlist while it has room. Whoever leaves and joins again goes to the tail.
 * Whoever holds a place hears that first, even of a line that has closed.
 */
export function decidePlace(line: LineState, applicant: Applicant, now: Date): PlaceDecision {
  const phase = phaseOf(line, now);
  if (applicant.held !== undefined && !mayBecome(applicant.held, 'waitlisted') && !line.calledOff)
    return refused('signup.already');
  const closed = CLOSED[phase];
  if (closed !== undefined) return closed(line);
  if (applicant.clash !== undefined)
    return refused('signup.clash', { title: applicant.clash.title, startsAt: applicant.clash.startsAt });
  const position = line.nextPosition;
  return phase === 'open'
    ? { kind: 'confirmed', position, line: { ...line, taken: line.taken + 1, nextPosition: position + 1 } }
    : {
        kind: 'waitlisted',
        position,
        line: { ...line, waiting: line.waiting + 1, nextPosition: position + 1 },
      };
}

export type CancelDecision =
  | { readonly kind: 'cancelled'; readonly status: 'cancelled' | 'cancelled-late'; readonly line: LineState }
  | Refused;

/**
 * Giving a place up: free until sign-up closes, marked late afterwards (志愿服务条例 art. 22 asks volunteers for
 * notice), impossible once it has begun. Leaving the waitlist is never late.
 */
export function decideCancel(line: LineState, status: SignupStatus, now: Date): CancelDecision {
  if (!mayBecome(status, 'cancelled') || now.getTime() >= Date.parse(line.startsAt))
    return refused('signup.not-cancellable');
  if (status === 'waitlisted')
    return { kind: 'cancelled', status: 'cancelled', line: { ...line, waiting: line.waiting - 1 } };
  const late = now.getTime() >= Date.parse(line.closesAt);
  return {
    kind: 'cancelled',
    status: late ? 'cancelled-late' : 'cancelled',
    line: { ...line, taken: line.taken - 1 },
  };
}
