import type { GuestView, MyCourseDate, MySignup, RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { mayLeaveFreely } from '../rules/decide-place.js';
import { leaveUntilOf } from '../rules/leave-until.js';
import { maskedPhone } from '../rules/masked-phone.js';
import type { MySignupRow, RosterRow, WithDates, WithGuests } from '../store/signup.reader.js';
import type { GuestRow } from '../store/signup.store.js';

const presentGuest = (row: GuestRow): GuestView => ({ name: row.name, kind: row.kind });

/** A sum comes as text from one driver and as a number from the other. */
const aheadOf = (row: { readonly ahead: number | null }): number | null =>
  row.ahead === null ? null : Number(row.ahead);

const presentDate = (row: WithDates<MySignupRow>['dates'][number]): MyCourseDate => ({
  occurrenceId: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  calledOff: row.called_off === 1,
  place: row.place && { signupId: row.place.id, status: row.place.status },
});

/** The date that comes next, or the last one when all are over. */
function nextOf(row: WithDates<MySignupRow>, now: Date): Pick<MySignupRow, 'starts_at' | 'ends_at'> {
  const dates = row.dates.filter(({ called_off }) => called_off === 0);
  return dates.find(({ ends_at }) => ends_at > now.toISOString()) ?? dates.at(-1) ?? row;
}

export const presentMySignup = (row: WithDates<WithGuests<MySignupRow>>, now: Date): MySignup => ({
  id: row.id,
  lineId: row.line_id,
  kind: row.kind,
  status: row.status,
  seats: row.seats,
  ahead: aheadOf(row),
  offerUntil: row.offer_until,
  decidedAt: row.decided_at,
  title: row.title,
  activityId: row.activity_id,
  startsAt: nextOf(row, now).starts_at,
  endsAt: nextOf(row, now).ends_at,
  dates: row.kind === 'course' ? row.dates.map(presentDate) : null,
  courseSignupId: row.course_signup_id,
  placeName: row.place_name || null,
  organizationName: row.organization_name ?? '',
  cover: row.cover ?? 'other',
  guests: row.guests.map(presentGuest),
  freeExit: mayLeaveFreely(
    { movedAt: row.moved_at, leaveUntil: leaveUntilOf(row) },
    { status: row.status, decidedAt: row.decided_at },
    now,
  ),
  rejection: row.status === 'rejected' ? { code: row.reason_code ?? 'other', text: row.cancel_reason } : null,
  calledOff: row.called_off === 1,
});

export const presentRosterEntry = (row: WithGuests<RosterRow>): RosterEntry => ({
  signupId: row.id,
  personId: row.person_id,
  displayName: row.display_name,
  maskedPhone: maskedPhone(row.phone),
  guests: row.guests.map(presentGuest),
  byStaff: row.registered_by !== row.person_id,
  status: row.status,
  seats: row.seats,
  ahead: aheadOf(row),
  offerUntil: row.offer_until,
  decidedAt: row.decided_at,
});
