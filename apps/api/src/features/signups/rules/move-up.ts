import type { LineState } from './decide-place.js';

export interface Waiting {
  readonly signupId: string;
  readonly personId: string;
  readonly position: number;
}

export interface MovedUp {
  readonly promoted: readonly Waiting[];
  readonly line: LineState;
}

/** How many of those who wait can get a seat at this moment: none once it has begun or is called off. */
export function freeSeats(line: LineState, now: Date): number {
  if (line.calledOff || now.getTime() >= Date.parse(line.startsAt)) return 0;
  return Math.max(0, Math.min(line.capacity - line.taken, line.waiting));
}

/**
 * The one promotion rule: free seats go to those who wait, strictly in the order of the line. Somebody who has
 * meanwhile a confirmed place elsewhere at that time keeps the place in line and is passed over.
 *
 * @param waiting in order of position
 */
export function moveUp(
  line: LineState,
  waiting: readonly Waiting[],
  clashing: ReadonlySet<string>,
  now: Date,
): MovedUp {
  const promoted = waiting.filter(({ personId }) => !clashing.has(personId)).slice(0, freeSeats(line, now));
  return {
    promoted,
    line: { ...line, taken: line.taken + promoted.length, waiting: line.waiting - promoted.length },
  };
}
