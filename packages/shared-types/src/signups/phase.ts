import type { LineView } from './schema.js';

export type Phase =
  /** Called off by the organiser. */
  | 'called-off'
  /** Sign-up has not begun. */
  | 'not-open'
  /** Seats are free. */
  | 'open'
  /** No seat is free; one may wait. */
  | 'waitlist'
  /** No seat is free and nobody more may wait. */
  | 'full'
  /** Sign-up is over, the start is still to come. */
  | 'closed'
  | 'in-progress'
  | 'over';

type PhaseFacts = Pick<
  LineView,
  | 'capacity'
  | 'taken'
  | 'waiting'
  | 'waitlistLimit'
  | 'opensAt'
  | 'closesAt'
  | 'startsAt'
  | 'endsAt'
  | 'calledOff'
  | 'mode'
>;

/**
 * Where a line stands at this moment: derived from its clock and counters, never stored (domain, "States").
 * Somebody who waits goes first, so a seat that is free while others wait is not open to a newcomer.
 */
export function phaseOf(line: PhaseFacts, now: Date): Phase {
  const at = now.getTime();
  if (line.calledOff) return 'called-off';
  if (at >= Date.parse(line.endsAt)) return 'over';
  if (at >= Date.parse(line.closesAt)) return at >= Date.parse(line.startsAt) ? 'in-progress' : 'closed';
  if (at < Date.parse(line.opensAt)) return 'not-open';
  // Anybody may apply: seats are given later.
  if (line.mode !== 'first-come') return 'open';
  if (line.taken < line.capacity && line.waiting === 0) return 'open';
  return line.waiting < line.waitlistLimit ? 'waitlist' : 'full';
}
