import * as v from 'valibot';
import { Id, Instant, InstantInput, RequestKey, text } from '../contract/fields.js';
import { SIGNUP_STATUSES } from '../signups/schema.js';

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Ways in and out, strongest first (domain, "Shift attendance"). */
export const METHODS = [
  'staff-scan',
  'site-code',
  'roster-tick',
  /** A way out that was missed: proposed by one side and confirmed by the other. */
  'agreed',
] as const;
export type Method = (typeof METHODS)[number];

export const ATTENDANCE_STATES = [
  'scheduled',
  'checked-in',
  'checked-out',
  'computed',
  'absent',
  'missing-out',
] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** A code as scanned (an address or a bare code) or typed (8 characters, spaces and case do not matter). */
export const ScannedCode = v.pipe(v.string(), v.trim(), v.minLength(8, 'a code'), v.maxLength(300, 'a code'));

/** The site's rotating code, for the projector. */
export const SiteCodeView = v.object({
  /** What the QR code holds. */
  code: v.string(),
  /** 8 characters to type in when the camera fails. */
  typed: v.string(),
  direction: v.picklist(DIRECTIONS),
  validUntil: Instant,
  serverTime: Instant,
  checkedIn: v.number(),
  checkedOut: v.number(),
  expected: v.number(),
});
export type SiteCodeView = v.InferOutput<typeof SiteCodeView>;

/** The volunteer's own code, for the staff's scanner: one use, one minute. */
export const VolunteerCodeView = v.object({
  code: v.string(),
  typed: v.string(),
  validUntil: Instant,
  serverTime: Instant,
});
export type VolunteerCodeView = v.InferOutput<typeof VolunteerCodeView>;

/** What a scan came to. Repeating it gives the same answer with `repeated`. */
export const ScanOutcome = v.object({
  eventId: Id,
  shiftId: Id,
  personName: v.string(),
  activityTitle: v.string(),
  roleName: v.string(),
  direction: v.picklist(DIRECTIONS),
  method: v.picklist(METHODS),
  at: Instant,
  state: v.picklist(ATTENDANCE_STATES),
  /** True when this person was already in (or out): nothing changed. */
  repeated: v.boolean(),
  /** Credited minutes when the way out completed the shift, else null. */
  minutes: v.nullable(v.number()),
});
export type ScanOutcome = v.InferOutput<typeof ScanOutcome>;

export const SiteScan = v.object({
  requestKey: RequestKey,
  code: ScannedCode,
  /** Needed with a typed code, which alone does not say which shift. */
  shiftId: v.optional(Id),
  deviceTime: InstantInput,
});

export const VolunteerScan = v.object({
  requestKey: RequestKey,
  code: ScannedCode,
  direction: v.picklist(DIRECTIONS),
  deviceTime: InstantInput,
});

export const RosterTick = v.object({
  requestKey: RequestKey,
  personId: Id,
  direction: v.picklist(DIRECTIONS),
  reason: text(100),
});

/** A volunteer on the staff's list of a shift. */
export const ShiftRosterEntry = v.object({
  signupId: Id,
  personId: Id,
  displayName: v.string(),
  maskedPhone: v.nullable(v.string()),
  status: v.picklist(SIGNUP_STATUSES),
  ahead: v.nullable(v.number()),
  state: v.picklist(ATTENDANCE_STATES),
  checkedInAt: v.nullable(Instant),
  checkedOutAt: v.nullable(Instant),
});
export type ShiftRosterEntry = v.InferOutput<typeof ShiftRosterEntry>;

/** One of the caller's shifts with where its attendance stands. */
export const MyShift = v.object({
  signupId: Id,
  shiftId: Id,
  activityId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.nullable(v.string()),
  meetingPoint: v.nullable(v.string()),
  organizationName: v.string(),
  countsAsVolunteerService: v.boolean(),
  insured: v.boolean(),
  status: v.picklist(SIGNUP_STATUSES),
  ahead: v.nullable(v.number()),
  calledOff: v.boolean(),
  state: v.picklist(ATTENDANCE_STATES),
  checkedInAt: v.nullable(Instant),
  checkedOutAt: v.nullable(Instant),
});
export type MyShift = v.InferOutput<typeof MyShift>;
