import type { LineState } from '../features/signups/rules/decide-place.js';

/** A line in the middle of its window, for rules; what a spec does not name changes nothing. */
export const aLineState = (given: Partial<LineState> = {}): LineState => ({
  capacity: 2,
  taken: 0,
  waiting: 0,
  waitlistLimit: 2,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-12-01T05:00:00.000Z',
  startsAt: '2026-12-01T06:00:00.000Z',
  endsAt: '2026-12-01T08:00:00.000Z',
  calledOff: false,
  mode: 'first-come',
  nextPosition: 1,
  offerCutoffMinutes: 120,
  offersUntil: null,
  movedAt: null,
  partyLimit: 5,
  leaveUntil: given.startsAt ?? '2026-12-01T06:00:00.000Z',
  ofCourse: false,
  ...given,
});
