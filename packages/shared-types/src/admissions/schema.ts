import * as v from 'valibot';
import { count, Id, Instant, InstantInput, optionalText, RequestKey, text } from '../contract/fields.js';
import { SIGNUP_STATUSES } from '../signups/schema.js';

/** More seats than any party may have. */
const MOST_SEATS = 50;

/** What a participant shows at the door: one place of one occurrence, good until its end. */
export const Ticket = v.object({
  signupId: Id,
  occurrenceId: Id,
  /** What the QR code holds. */
  code: v.string(),
  /** 8 characters to type in when the camera fails. */
  typed: v.string(),
  title: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.nullable(v.string()),
  organizationName: v.string(),
  /** Whose place it is. */
  personName: v.string(),
  /** Who comes along, by name. */
  guestNames: v.array(v.string()),
  /** Seats of the party, this person included, and how many of them have been let in. */
  seats: v.number(),
  admittedSeats: v.number(),
  /** From when the door lets people in. */
  opensAt: Instant,
  serverTime: Instant,
});
export type Ticket = v.InferOutput<typeof Ticket>;

/** An appointment for any calendar, RFC 5545. */
export const CalendarFile = v.object({ fileName: v.string(), text: v.string() });
export type CalendarFile = v.InferOutput<typeof CalendarFile>;

/** Ways to be let in: staff scan (or type) the ticket, or tick the place on the roster. */
export const ADMISSION_METHODS = ['scan', 'tick'] as const;
export type AdmissionMethod = (typeof ADMISSION_METHODS)[number];

/** Seats at the door, by place and in all. */
export const DoorCounts = v.object({
  /** Seats let in so far, of how many. */
  admittedSeats: v.number(),
  confirmedSeats: v.number(),
});
export type DoorCounts = v.InferOutput<typeof DoorCounts>;

/** The live count of an occurrence's door. */
export const DoorView = v.object({
  ...DoorCounts.entries,
  occurrenceId: Id,
  title: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Between these moments tickets are scanned. */
  opensAt: Instant,
  closesAt: Instant,
  /** From here on a place where nobody came is final; until then it may still be ticked. */
  finalAt: Instant,
  serverTime: Instant,
});
export type DoorView = v.InferOutput<typeof DoorView>;

/** What a scan, a tick or an undo came to. */
export const AdmissionOutcome = v.object({
  signupId: Id,
  personName: v.string(),
  guestNames: v.array(v.string()),
  seats: v.number(),
  /** Let in so far, this time included. */
  admittedSeats: v.number(),
  /** How many this request let in (or, undone, took back); 0 when it is repeated. */
  changedSeats: v.number(),
  /** When and by whom the last of them were let in; null when nobody is (any more). */
  at: v.nullable(Instant),
  byName: v.nullable(v.string()),
  /** True when the whole party was in already: nothing changed. */
  repeated: v.boolean(),
  counts: DoorCounts,
});
export type AdmissionOutcome = v.InferOutput<typeof AdmissionOutcome>;

/** A ticket as scanned or typed (8 characters, spaces and case do not matter). */
const TicketCode = v.pipe(v.string(), v.trim(), v.minLength(8, 'a ticket'), v.maxLength(300, 'a ticket'));
/** How many of the party; left out: all who are not in yet. */
const Seats = v.optional(count(1, MOST_SEATS));

export const TicketScan = v.object({
  requestKey: RequestKey,
  code: TicketCode,
  seats: Seats,
  deviceTime: InstantInput,
});

export const PlaceTick = v.object({
  requestKey: RequestKey,
  signupId: Id,
  seats: Seats,
  reason: v.optional(optionalText(100)),
});

export const UndoAdmission = v.object({
  requestKey: RequestKey,
  signupId: Id,
  /** How many to take back; left out: all. */
  seats: Seats,
  reason: text(100),
});

/**
 * Where a place stands at the door. `absent-proposed`: it is over and nobody came; `absent`: that is final;
 * `not-recorded`: it is over and the door was never used, so that nobody can be said to be absent.
 */
export const DOOR_STATES = [
  'expected',
  'partly-admitted',
  'admitted',
  'absent-proposed',
  'absent',
  'excused',
  'not-recorded',
] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** A place on the list at the door. The telephone is masked to its last four digits. */
export const DoorEntry = v.object({
  signupId: Id,
  personId: Id,
  displayName: v.string(),
  guestNames: v.array(v.string()),
  maskedPhone: v.nullable(v.string()),
  status: v.picklist(SIGNUP_STATUSES),
  state: v.picklist(DOOR_STATES),
  seats: v.number(),
  admittedSeats: v.number(),
  admittedAt: v.nullable(Instant),
  admittedBy: v.nullable(v.string()),
  excuseReason: v.nullable(v.string()),
});
export type DoorEntry = v.InferOutput<typeof DoorEntry>;

export const ExcuseAbsence = v.object({ requestKey: RequestKey, signupId: Id, reason: text(100) });
export const ExcuseOutcome = v.object({
  signupId: Id,
  status: v.picklist(SIGNUP_STATUSES),
  excuseReason: v.string(),
  /** True when it was excused before: nothing changed. */
  repeated: v.boolean(),
});
export type ExcuseOutcome = v.InferOutput<typeof ExcuseOutcome>;
