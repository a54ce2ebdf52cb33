import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import type { LineState, Refused } from './decide-place.js';
import { refused } from './decide-place.js';
import { mayJoinAgain } from './transitions.js';

/** One place that changes hands, as its line's lock shows it. */
export interface ChangingPlace {
  /** Of whoever gives it; undefined when there is no such place. */
  readonly given: SignupStatus | undefined;
  /** What the receiver holds or held in the same line. */
  readonly held: SignupStatus | undefined;
  /** Whether the giver has checked in. */
  readonly checkedIn: boolean;
  /** Whether the organiser lets volunteers of this role change. */
  readonly allowed: boolean;
  /** Whether something is given in return. */
  readonly inReturn: boolean;
}

export type SwapDecision =
  | {
      readonly kind: 'moved';
      readonly position: number;
      readonly line: LineState;
    }
  | Refused;

/**
 * Whether a place may go from one volunteer to another. Seats and waitlist stay as they are: one place ends and one
 * begins. Whoever waits was promised the next free place, so nothing is handed over past them; an exchange frees no
 * place, and nobody who waits would have had one by it.
 */
export function decideSwap(line: LineState, place: ChangingPlace, now: Date): SwapDecision {
  if (line.calledOff) return refused('signup.called-off');
  if (!place.allowed) return refused('swap.off');
  if (now.getTime() >= Date.parse(line.startsAt)) return refused('swap.begun');
  if (place.given !== 'confirmed') return refused('swap.place-gone');
  if (place.checkedIn) return refused('swap.checked-in');
  if (place.held !== undefined && !mayJoinAgain(place.held)) return refused('signup.already');
  if (!place.inReturn && line.waiting > 0) return refused('swap.others-wait', { waiting: line.waiting });
  const position = line.nextPosition;
  return { kind: 'moved', position, line: { ...line, nextPosition: position + 1 } };
}
