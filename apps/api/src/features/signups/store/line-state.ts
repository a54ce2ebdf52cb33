import type { LineView } from '@xiaolin/shared-types/signups/schema';
import type { LineState } from '../rules/decide-place.js';
import { leaveUntilOf } from '../rules/leave-until.js';
import type { LineColumns, LineRow } from './line.store.js';

/** The columns of a line as the contract shows them; every field by name. */
export const presentLine = (row: LineColumns): LineView => ({
  capacity: row.capacity,
  taken: row.taken,
  waiting: row.waiting,
  waitlistLimit: row.waitlist_limit,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  calledOff: row.called_off === 1,
  mode: row.mode,
});

export const stateOf = (row: LineRow): LineState => ({
  ...presentLine(row),
  nextPosition: row.next_position,
  offerCutoffMinutes: row.offer_cutoff_minutes,
  offersUntil: row.offers_until,
  partyLimit: row.party_limit,
  movedAt: row.moved_at,
  leaveUntil: leaveUntilOf(row),
  ofCourse: row.course_id !== null,
});
