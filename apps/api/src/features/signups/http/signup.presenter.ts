import type { GuestView, MySignup, RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { mayLeaveFreely } from '../rules/decide-place.js';
import { maskedPhone } from '../rules/masked-phone.js';
import type { MySignupRow, RosterRow, WithGuests } from '../store/signup.reader.js';
import type { GuestRow } from '../store/signup.store.js';

const presentGuest = (row: GuestRow): GuestView => ({ name: row.name, kind: row.kind });

/** A sum comes as text from one driver and as a number from the other. */
const aheadOf = (row: { readonly ahead: number | null }): number | null =>
  row.ahead === null ? null : Number(row.ahead);

export const presentMySignup = (row: WithGuests<MySignupRow>, now: Date): MySignup => ({
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
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  placeName: row.place_name || null,
  organizationName: row.organization_name ?? '',
  cover: row.cover ?? 'other',
  guests: row.guests.map(presentGuest),
  freeExit: mayLeaveFreely(
    { movedAt: row.moved_at, startsAt: row.starts_at },
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
