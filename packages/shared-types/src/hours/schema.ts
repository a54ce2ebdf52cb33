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
] as const;
export type HourFlag = (typeof HOUR_FLAGS)[number];

/** How the minutes came about, so that anybody can check them by hand. */
export const Computation = v.object({
  inAt: Instant,
  outAt: Instant,
  /** After clamping to the shift's window. */
  countedFrom: Instant,
  countedTo: Instant,
  breakMinutes: v.number(),
  overlapMinutes: v.number(),
  minutes: v.number(),
});
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
});

export const ConfirmOutcome = v.object({
  confirmed: v.array(Id),
  refused: v.array(
    v.object({
      id: Id,
      code: v.picklist(['hours.unknown', 'hours.own-record', 'hours.not-pending', 'access.out-of-scope']),
    }),
  ),
});
export type ConfirmOutcome = v.InferOutput<typeof ConfirmOutcome>;

export const RejectHours = v.object({ reason: text(200) });
