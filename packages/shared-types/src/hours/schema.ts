import * as v from 'valibot';
import { Id, Instant, RequestKey, text } from '../contract/fields.js';

export const HOUR_STATUSES = ['pending', 'confirmed', 'certified', 'rejected', 'amended', 'voided'] as const;
export type HourStatus = (typeof HOUR_STATUSES)[number];

export const HOUR_FLAGS = [
  'over-daily-cap',
  'overlaps-other-shift',
  'roster-tick',
  'shorter-than-half',
  /** Nobody scanned out: the time of leaving was proposed by one side and confirmed by the other. */
  'proposed-out',
  'manual',
  // Evidence about how it was scanned.
  'late-sync',
  'shared-device',
  'two-places',
  'tick-burst',
  'far-away',
] as const;
export type HourFlag = (typeof HOUR_FLAGS)[number];

/** The sum of one stay at a shift; see the minutes rule. */
const CreditedMinutes = v.object({
  inAt: Instant,
  outAt: Instant,
  /** After clamping to the shift's window. */
  countedFrom: Instant,
  countedTo: Instant,
  breakMinutes: v.number(),
  overlapMinutes: v.number(),
  minutes: v.number(),
});
export type CreditedMinutes = v.InferOutput<typeof CreditedMinutes>;

/** What led to another version. */
export const AMENDMENT_SOURCES = ['correction', 'appeal', 'review'] as const;
export type AmendmentSource = (typeof AMENDMENT_SOURCES)[number];

/** How the minutes of a version came about, so that anybody can check them by hand. */
export const Computation = v.variant('basis', [
  v.object({ basis: v.literal('scans'), ...CreditedMinutes.entries }),
  /** Somebody looked at it again: from so many minutes to so many, and why. */
  v.object({
    basis: v.literal('amended'),
    countedFrom: Instant,
    countedTo: Instant,
    fromMinutes: v.number(),
    minutes: v.number(),
    reason: v.string(),
    source: v.picklist(AMENDMENT_SOURCES),
  }),
  /** Nobody scanned: entered with evidence by one person, approved by another. */
  v.object({
    basis: v.literal('manual'),
    countedFrom: Instant,
    countedTo: Instant,
    minutes: v.number(),
    reason: v.string(),
    evidence: v.string(),
  }),
]);
export type Computation = v.InferOutput<typeof Computation>;

/** One record with what 志愿服务记录与证明出具办法 art. 8 asks for: name, date, place, content, time, organiser, person in charge. */
export const HourRecordView = v.object({
  id: Id,
  version: v.number(),
  status: v.picklist(HOUR_STATUSES),
  minutes: v.number(),
  flags: v.array(v.picklist(HOUR_FLAGS)),
  computation: Computation,
  activityTitle: v.string(),
  roleName: v.string(),
  placeName: v.nullable(v.string()),
  recordingUnit: v.string(),
  responsibleName: v.string(),
  shiftStartsAt: Instant,
  shiftEndsAt: Instant,
  /** Recorded within 10 working days, art. 11. */
  dueOn: v.string(),
  /** The year's holidays were not announced yet: the day may move. */
  dueOnProvisional: v.boolean(),
  workingDaysLeft: v.nullable(v.number()),
  decidedAt: v.nullable(Instant),
  decidedBy: v.nullable(v.string()),
  rejectionReason: v.nullable(v.string()),
});
export type HourRecordView = v.InferOutput<typeof HourRecordView>;

export const HourTotals = v.object({
  confirmedMinutes: v.number(),
  pendingMinutes: v.number(),
  records: v.number(),
});

/** What happened to a version: who, when, and why. */
export const HourEvent = v.object({
  action: v.picklist([
    'recorded',
    /** The reason holds names of flags with commas between them. */
    'flagged',
    'confirmed',
    'rejected',
    'amended',
    'voided',
    'certified',
    /** A later entry by hand took its place. */
    'replaced',
  ]),
  at: Instant,
  /** Null where no person did it, or where the account is gone. */
  by: v.nullable(v.string()),
  /** Whether it was the caller. */
  bySelf: v.boolean(),
  reason: v.nullable(v.string()),
});
export type HourEvent = v.InferOutput<typeof HourEvent>;

/** Everything that was ever recorded about one person at one shift; nothing is overwritten (art. 12 and 13). */
export const HourHistory = v.object({
  activityTitle: v.string(),
  roleName: v.string(),
  shiftStartsAt: Instant,
  shiftEndsAt: Instant,
  recordingUnit: v.string(),
  /** Latest first. */
  versions: v.array(
    v.object({
      id: Id,
      version: v.number(),
      status: v.picklist(HOUR_STATUSES),
      current: v.boolean(),
      minutes: v.number(),
      computation: Computation,
      /** In the order in which they happened. */
      events: v.array(HourEvent),
    }),
  ),
});
export type HourHistory = v.InferOutput<typeof HourHistory>;

/** A record on the worker's list. */
export const StaffHourRecord = v.object({
  ...HourRecordView.entries,
  personId: Id,
  personName: v.string(),
  /** False where the caller is the volunteer: nobody confirms their own hours. */
  mayDecide: v.boolean(),
});
export type StaffHourRecord = v.InferOutput<typeof StaffHourRecord>;

export const ConfirmHours = v.object({
  requestKey: RequestKey,
  recordIds: v.pipe(
    v.array(Id),
    v.minLength(1, 'at least one record'),
    v.maxLength(200, 'at most 200 records'),
  ),
  /** Said for one record only, after looking at its flags: what is flagged never passes with a bulk. */
  acknowledgeFlags: v.optional(v.boolean(), false),
});

export const ConfirmOutcome = v.object({
  confirmed: v.array(Id),
  refused: v.array(
    v.object({
      id: Id,
      code: v.picklist([
        'hours.unknown',
        'hours.own-record',
        'hours.not-pending',
        'hours.flags-unacknowledged',
        'access.out-of-scope',
      ]),
    }),
  ),
});
export type ConfirmOutcome = v.InferOutput<typeof ConfirmOutcome>;

export const RejectHours = v.object({ reason: text(200) });
