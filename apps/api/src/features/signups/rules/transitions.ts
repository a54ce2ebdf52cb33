import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';

/** Where signing up leads: from nothing, or again from a place that was given up. */
const JOINING = [
  'confirmed',
  'waitlisted',
  'pending-review',
  'in-draw',
] as const satisfies readonly SignupStatus[];

/** Where a signup may go from each state (domain, "States"). */
const TRANSITIONS: Readonly<Record<SignupStatus, readonly SignupStatus[]>> = {
  // Back to the line, when the organiser takes seats away.
  confirmed: ['waitlisted', 'cancelled', 'cancelled-late', 'cancelled-by-organiser', 'attended', 'no-show'],
  waitlisted: ['offered', 'cancelled', 'cancelled-by-organiser'],
  offered: ['waitlisted', 'confirmed', 'declined', 'lapsed', 'cancelled', 'cancelled-by-organiser'],
  declined: JOINING,
  lapsed: JOINING,
  'pending-review': ['confirmed', 'waitlisted', 'rejected', 'cancelled', 'cancelled-by-organiser'],
  rejected: JOINING,
  // Without seats it waits in the drawn order, while the waitlist has room.
  'in-draw': ['confirmed', 'waitlisted', 'not-drawn', 'cancelled', 'cancelled-by-organiser'],
  'not-drawn': JOINING,
  cancelled: JOINING,
  'cancelled-late': JOINING,
  'cancelled-by-organiser': [],
  // Back, when an admission is undone or an absence excused.
  attended: ['confirmed'],
  'no-show': ['confirmed'],
};

export const mayBecome = (from: SignupStatus, to: SignupStatus): boolean => TRANSITIONS[from].includes(to);

/** Whoever gave a place up, let an offer go or was turned down may join again, at the tail of the line. */
export const mayJoinAgain = (status: SignupStatus): boolean => TRANSITIONS[status] === JOINING;

/** States that hold a seat or a place in the line, or may still come to one. */
export const LIVE = [
  'confirmed',
  'waitlisted',
  'offered',
  'pending-review',
  'in-draw',
] as const satisfies readonly SignupStatus[];

/** Of those, the states whose seats are counted as taken. */
export const SEATED = ['confirmed', 'offered'] as const satisfies readonly SignupStatus[];

const among = (states: readonly SignupStatus[], status: SignupStatus) => states.includes(status);
export const isLive = (status: SignupStatus): boolean => among(LIVE, status);
export const isSeated = (status: SignupStatus): boolean => among(SEATED, status);
