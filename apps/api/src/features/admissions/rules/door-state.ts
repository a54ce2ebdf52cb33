import type { DoorState } from '@xiaolin/shared-types/admissions/schema';
import type { PlaceAtDoor } from './decide-admission.js';

/**
 * Where a place stands at the door at this moment. Absence is read off the clock, and only where the door was used:
 * an organiser who counted nobody cannot call anybody absent.
 */
export function doorStateOf(
  place: PlaceAtDoor,
  door: { readonly used: boolean; readonly endsAt: string },
  now: string,
): DoorState {
  if (place.admitted > 0) return place.admitted < place.seats ? 'partly-admitted' : 'admitted';
  if (place.excused) return 'excused';
  if (place.status === 'no-show') return 'absent';
  if (now < door.endsAt) return 'expected';
  return door.used ? 'absent-proposed' : 'not-recorded';
}
