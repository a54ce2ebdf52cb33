import * as v from 'valibot';
import { Id, Instant, InstantInput, RequestKey, text } from '../contract/fields.js';
import { type ProblemCode, problems } from '../contract/problem.js';
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
  /** Sent long after it was scanned: `at` is the device's word, and whoever confirms the hours looks twice. */
  late: v.boolean(),
  /** Credited minutes when the way out completed the shift, else null. */
  minutes: v.nullable(v.number()),
});
export type ScanOutcome = v.InferOutput<typeof ScanOutcome>;

/** A random number per installation: tells phones apart and nothing else. Stored only as a hash that differs by shift. */
export const DeviceId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{16,64}$/, 'a random id of the installation'),
);

export const PLACE_OUTCOMES = ['pass', 'fail', 'refused'] as const;
/** How far from the site, in metres; the phone works it out, and coordinates never leave it. */
export const DISTANCE_BANDS = ['under-100', 'under-500', 'under-2000', 'beyond'] as const;
export type DistanceBand = (typeof DISTANCE_BANDS)[number];

/** What the phone says about where it was, where the shift asks and the person consented. */
export const PlaceFinding = v.object({
  outcome: v.picklist(PLACE_OUTCOMES),
  /** null where the phone could or would not say. */
  band: v.nullable(v.picklist(DISTANCE_BANDS)),
});
export type PlaceFinding = v.InferOutput<typeof PlaceFinding>;

const siteScan = {
  requestKey: RequestKey,
  code: ScannedCode,
  /** Needed with a typed code, which alone does not say which shift. */
  shiftId: v.optional(Id),
  deviceTime: InstantInput,
  place: v.optional(PlaceFinding),
};

export const SiteScan = v.object({ ...siteScan, device: v.optional(DeviceId) });

const volunteerScan = {
  requestKey: RequestKey,
  code: ScannedCode,
  direction: v.picklist(DIRECTIONS),
  deviceTime: InstantInput,
};

export const VolunteerScan = v.object({ ...volunteerScan, device: v.optional(DeviceId) });

/** Scans that one request may bring: four volunteers' whole weekend, or a desk's whole morning. */
export const MOST_SCANS_AT_ONCE = 200;

const scansOf = <const S extends v.GenericSchema>(scan: S) =>
  v.pipe(
    v.array(scan),
    v.minLength(1, 'at least one scan'),
    v.maxLength(MOST_SCANS_AT_ONCE, `at most ${MOST_SCANS_AT_ONCE} scans`),
  );

/** Scans that a phone kept while it had no network, its own and in any order. */
export const SiteScanBatch = v.object({
  /** The phone's clock as it sends: against the server's it says by how much each `deviceTime` is off. */
  phoneTime: InstantInput,
  device: v.optional(DeviceId),
  scans: scansOf(v.object(siteScan)),
});

/** The same for the staff's desk of one shift. */
export const VolunteerScanBatch = v.object({
  phoneTime: InstantInput,
  device: v.optional(DeviceId),
  scans: scansOf(v.object(volunteerScan)),
});

/** What became of one scan of a batch; each answers for itself. */
export const BatchedResult = v.variant('kind', [
  v.object({ kind: v.literal('recorded'), requestKey: RequestKey, outcome: ScanOutcome }),
  /** A way out whose way in has not arrived yet: kept, and counted as soon as both are there. */
  v.object({ kind: v.literal('held'), requestKey: RequestKey, shiftId: Id, at: Instant }),
  v.object({
    kind: v.literal('refused'),
    requestKey: RequestKey,
    code: v.picklist(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    facts: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
]);
export type BatchedResult = v.InferOutput<typeof BatchedResult>;

/** In the order of the scans. */
export const BatchAnswer = v.object({ results: v.array(BatchedResult) });

/** What a volunteer's phone needs to make codes for one shift without a network; for that volunteer alone. */
export const ShiftPass = v.object({
  shiftId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Codes are good until then: two hours after the end, when ways out close. */
  validUntil: Instant,
  /** Names the pass in its codes and in the roster, and nobody in particular. */
  passId: v.string(),
  /** The private half, 32 bytes of base64url: signs codes of this shift and of no other. */
  seed: v.string(),
  /** 32 bytes of base64url for the 8 typed characters, which only the server can check. */
  typedKey: v.string(),
});
export type ShiftPass = v.InferOutput<typeof ShiftPass>;

export const ShiftPasses = v.object({ serverTime: Instant, passes: v.array(ShiftPass) });
export type ShiftPasses = v.InferOutput<typeof ShiftPasses>;

/** A desk's list for working without a network: whoever holds it can check codes and make none. */
export const OfflineRoster = v.object({
  /** JSON of an {@link OfflineRosterContent}, in ASCII, exactly as it was signed. */
  payload: v.string(),
  keyId: v.string(),
  /** Ed25519 for the purpose `offline-roster`, 64 bytes of base64url. */
  signature: v.string(),
  serverTime: Instant,
});
export type OfflineRoster = v.InferOutput<typeof OfflineRoster>;

export const OfflineRosterContent = v.object({
  shiftId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  issuedAt: Instant,
  validUntil: Instant,
  volunteers: v.array(
    v.object({
      passId: v.string(),
      /** 32 bytes of base64url: checks what the volunteer's phone signs. */
      publicKey: v.string(),
      maskedName: v.string(),
      state: v.picklist(ATTENDANCE_STATES),
    }),
  ),
});
export type OfflineRosterContent = v.InferOutput<typeof OfflineRosterContent>;

/** Whether a shift asks phones how far they are; null: it does not. */
export const PlaceCheck = v.object({ radiusMetres: v.nullable(v.picklist([200, 500, 1000])) });
export type PlaceCheck = v.InferOutput<typeof PlaceCheck>;

/** Where a shift asks to be, for phones to measure against; the person's own place stays on the phone. */
export const ShiftSite = v.object({
  latitude: v.number(),
  longitude: v.number(),
  radiusMetres: v.number(),
});
export type ShiftSite = v.InferOutput<typeof ShiftSite>;

/** 个人信息保护法 art. 14, 15, 29: consent of its own, with its moment, taken back as easily as given. */
export const PlaceConsent = v.object({
  given: v.boolean(),
  /** When it was last given or taken back; null: never asked. */
  since: v.nullable(Instant),
});
export type PlaceConsent = v.InferOutput<typeof PlaceConsent>;

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
  /** Where the shift asks phones how far they are, if it does. */
  site: v.nullable(ShiftSite),
});
export type MyShift = v.InferOutput<typeof MyShift>;
