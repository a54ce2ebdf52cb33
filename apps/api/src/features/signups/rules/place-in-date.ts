import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { isLive, mayJoinAgain } from './transitions.js';

/** One date of a course that is taken as a whole. */
export interface CourseDate {
  readonly startsAt: string;
  readonly calledOff: boolean;
}

/** A place in a course, or what follows from it in one of its dates. */
export interface CoursePlace {
  readonly status: SignupStatus;
  readonly seats: number;
  readonly position: number;
}

const GIVEN_UP: readonly SignupStatus[] = ['cancelled', 'cancelled-late', 'cancelled-by-organiser'];

/**
 * What a place in a course makes of the place in one of its dates: confirmed there while it is confirmed in the
 * course, given up with it otherwise. What has begun is history and what was called off stays so; a place that the
 * door has already seen keeps what the door said.
 *
 * @param held the place in the date as it stands; undefined where there never was one
 * @returns the status to write, or undefined where nothing changes
 */
export function placeInDate(
  place: CoursePlace,
  date: CourseDate,
  held: CoursePlace | undefined,
  now: Date,
): SignupStatus | undefined {
  if (date.calledOff || Date.parse(date.startsAt) <= now.getTime()) return undefined;
  if (place.status === 'confirmed') return joining(place, held);
  if (held === undefined || !isLive(held.status)) return undefined;
  // Back in the waitlist, say: the date knows no waiting of its own.
  return GIVEN_UP.includes(place.status) ? place.status : 'cancelled';
}

function joining(place: CoursePlace, held: CoursePlace | undefined): SignupStatus | undefined {
  if (held === undefined || mayJoinAgain(held.status)) return 'confirmed';
  const same = held.seats === place.seats && held.position === place.position;
  return isLive(held.status) && !same ? 'confirmed' : undefined;
}
