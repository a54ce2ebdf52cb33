import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';

/** Whoever gave a place up, or let an offer go, may join again at the tail of the line. */
const AGAIN = ['confirmed', 'waitlisted'] as const satisfies readonly SignupStatus[];

/** Where a signup may go from each state (domain, "States"). */
const TRANSITIONS: Readonly<Record<SignupStatus, readonly SignupStatus[]>> = {
  confirmed: ['cancelled', 'cancelled-late', 'cancelled-by-organiser'],
  waitlisted: ['offered', 'cancelled', 'cancelled-by-organiser'],
  offered: ['confirmed', 'declined', 'lapsed', 'cancelled', 'cancelled-by-organiser'],
  declined: AGAIN,
  lapsed: AGAIN,
  cancelled: AGAIN,
  'cancelled-late': AGAIN,
  'cancelled-by-organiser': [],
};

export const mayBecome = (from: SignupStatus, to: SignupStatus): boolean => TRANSITIONS[from].includes(to);

/** States that hold a seat or a place in the line. */
export const LIVE = ['confirmed', 'waitlisted', 'offered'] as const satisfies readonly SignupStatus[];

/** Of those, the states whose seats are counted as taken. */
export const SEATED = ['confirmed', 'offered'] as const satisfies readonly SignupStatus[];

const among = (states: readonly SignupStatus[], status: SignupStatus) => states.includes(status);
export const isLive = (status: SignupStatus): boolean => among(LIVE, status);
export const isSeated = (status: SignupStatus): boolean => among(SEATED, status);
