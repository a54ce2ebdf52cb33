import type {
  Direction,
  MyShift,
  OfflineRoster,
  ShiftPass,
  ShiftRosterEntry,
  SiteCodeView,
  VolunteerCodeView,
} from '@xiaolin/shared-types/attendance/schema';
import { maskedPhone } from '../../signups/index.js';
import type { MyShiftRow, ShiftRosterRow, Standing } from '../use-cases/list-attendance.js';
import type { SignedRoster } from '../use-cases/load-offline.js';
import type { SiteCodeWithCounts } from '../use-cases/show-site-code.js';

export const presentSiteCode = (made: SiteCodeWithCounts, direction: Direction, now: Date): SiteCodeView => ({
  code: made.code,
  typed: made.typed,
  direction,
  validUntil: new Date(made.validUntil).toISOString(),
  serverTime: now.toISOString(),
  checkedIn: made.checkedIn,
  checkedOut: made.checkedOut,
  expected: made.expected,
});

export const presentVolunteerCode = (
  made: { readonly code: string; readonly typed: string; readonly validUntil: number },
  now: Date,
): VolunteerCodeView => ({
  code: made.code,
  typed: made.typed,
  validUntil: new Date(made.validUntil).toISOString(),
  serverTime: now.toISOString(),
});

/** COUNT(*) comes as text from one driver and as a number from the other. */
const aheadOf = (row: { readonly ahead: number | null }): number | null =>
  row.ahead === null ? null : Number(row.ahead);

export const presentShiftRosterEntry = (row: Standing<ShiftRosterRow>): ShiftRosterEntry => ({
  signupId: row.signup_id,
  personId: row.person_id,
  displayName: row.display_name,
  maskedPhone: maskedPhone(row.phone),
  status: row.status,
  ahead: aheadOf(row),
  state: row.standing,
  checkedInAt: row.in_at,
  checkedOutAt: row.out_at,
});

export const presentMyShift = (row: Standing<MyShiftRow>): MyShift => ({
  signupId: row.signup_id,
  shiftId: row.shift_id,
  activityId: row.activity_id,
  activityTitle: row.activity_title,
  roleName: row.role_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  placeName: row.place_name || null,
  meetingPoint: row.meeting_point,
  organizationName: row.organization_name,
  countsAsVolunteerService: row.counts === 1,
  insured: row.insurance_text !== '',
  status: row.status,
  ahead: aheadOf(row),
  calledOff: row.called_off === 1,
  state: row.standing,
  checkedInAt: row.in_at,
  checkedOutAt: row.out_at,
  site: siteOf(row),
});

const siteOf = ({
  latitude,
  longitude,
  radius_metres: radiusMetres,
}: Pick<MyShiftRow, 'latitude' | 'longitude' | 'radius_metres'>): MyShift['site'] =>
  latitude === null || longitude === null || radiusMetres === null
    ? null
    : { latitude, longitude, radiusMetres };

export const presentPass = (pass: ShiftPass): ShiftPass => ({
  shiftId: pass.shiftId,
  activityTitle: pass.activityTitle,
  roleName: pass.roleName,
  startsAt: pass.startsAt,
  endsAt: pass.endsAt,
  validUntil: pass.validUntil,
  passId: pass.passId,
  seed: pass.seed,
  typedKey: pass.typedKey,
});

export const presentOfflineRoster = (roster: SignedRoster, now: Date): OfflineRoster => ({
  payload: roster.payload,
  keyId: roster.keyId,
  signature: roster.signature,
  serverTime: now.toISOString(),
});
