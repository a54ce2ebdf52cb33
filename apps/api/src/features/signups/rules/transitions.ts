import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';

/** Where a signup may go from each state (domain, "States"). Joining again starts from a cancelled row. */
const TRANSITIONS: Readonly<Record<SignupStatus, readonly SignupStatus[]>> = {
  confirmed: ['cancelled', 'cancelled-late', 'cancelled-by-organiser'],
  waitlisted: ['confirmed', 'cancelled', 'cancelled-by-organiser'],
  cancelled: ['confirmed', 'waitlisted'],
  'cancelled-late': ['confirmed', 'waitlisted'],
  'cancelled-by-organiser': [],
};

export const mayBecome = (from: SignupStatus, to: SignupStatus): boolean => TRANSITIONS[from].includes(to);

/** States that hold a seat or a place in the line. */
export const LIVE = ['confirmed', 'waitlisted'] as const satisfies readonly SignupStatus[];

export const isLive = (status: SignupStatus): status is (typeof LIVE)[number] =>
  LIVE.some((live) => live === status);
