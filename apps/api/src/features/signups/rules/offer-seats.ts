import { type LineState, type Refused, refused } from './decide-place.js';

export interface Waiting {
  readonly signupId: string;
  readonly personId: string;
  readonly position: number;
  readonly seats: number;
}

export interface Offered {
  readonly offered: readonly Waiting[];
  /** Until when each of them may accept; null when nobody is offered anything. */
  readonly until: string | null;
  readonly line: LineState;
}

const MINUTE = 60_000;
/** An offer lives for this share of the time that is left, so that it shortens towards the start. */
const SHARE = 0.25;
const SHORTEST = 30 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;

type OfferClock = Pick<LineState, 'startsAt' | 'offerCutoffMinutes'>;

/** From this moment on no seat is offered: nobody could plan for it any more. */
export const offerCutoff = (line: OfferClock): number =>
  Date.parse(line.startsAt) - line.offerCutoffMinutes * MINUTE;

/**
 * Until when an offer that is made now may be accepted: a quarter of the time left to the cut-off, at least half an
 * hour, at most a day, and never later than the cut-off. Null once the cut-off has come.
 */
export function offerUntil(line: OfferClock, now: Date): string | null {
  const left = offerCutoff(line) - now.getTime();
  if (left <= 0) return null;
  const length = Math.min(LONGEST, Math.max(SHORTEST, left * SHARE), left);
  return new Date(now.getTime() + Math.floor(length)).toISOString();
}

/** How many seats may be offered at this moment: none after the cut-off, nor of what is called off. */
export function freeSeats(line: LineState, now: Date): number {
  if (line.calledOff || offerUntil(line, now) === null) return 0;
  return Math.max(0, Math.min(line.capacity - line.taken, line.waiting));
}

/**
 * The one promotion rule: free seats are offered to those who wait, strictly in the order of the line. A party that
 * does not fit what is left, and somebody who has meanwhile a confirmed place elsewhere at that time, are passed over
 * and keep their place. A live offer takes its seats.
 *
 * @param waiting in order of position
 */
export function offerSeats(
  line: LineState,
  waiting: readonly Waiting[],
  clashing: ReadonlySet<string>,
  now: Date,
): Offered {
  const until = offerUntil(line, now);
  let left = freeSeats(line, now);
  const offered: Waiting[] = [];
  for (const party of waiting) {
    if (party.seats > left || clashing.has(party.personId)) continue;
    offered.push(party);
    left -= party.seats;
  }
  if (until === null || offered.length === 0) return { offered: [], until: null, line };
  const seats = offered.reduce((sum, party) => sum + party.seats, 0);
  const earlier = line.offersUntil !== null && line.offersUntil < until ? line.offersUntil : until;
  return {
    offered,
    until,
    line: { ...line, taken: line.taken + seats, waiting: line.waiting - seats, offersUntil: earlier },
  };
}

/**
 * How many seats a line must have so that the first so many parties of those who wait get an offer: by hand, but by
 * the same rule and strictly in the order of the line. Seats are never taken away by it.
 *
 * @param waiting in order of position
 */
export function seatsToPromote(
  line: LineState,
  waiting: readonly Waiting[],
  clashing: ReadonlySet<string>,
  parties: number,
  now: Date,
): { readonly kind: 'seats'; readonly capacity: number } | Refused {
  if (line.calledOff || offerUntil(line, now) === null)
    return refused('signup.offers-over', { cutoff: new Date(offerCutoff(line)).toISOString() });
  const next = waiting.filter(({ personId }) => !clashing.has(personId)).slice(0, parties);
  if (next.length === 0) return refused('signup.nobody-waits');
  const needed = next.reduce((sum, { seats }) => sum + seats, 0);
  return { kind: 'seats', capacity: Math.max(line.capacity, line.taken + needed) };
}
