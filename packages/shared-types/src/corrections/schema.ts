import * as v from 'valibot';
import { count, Id, Instant, InstantInput, RequestKey, text } from '../contract/fields.js';
import { pictureIds, PictureView } from '../pictures/schema.js';

/** What a volunteer says is wrong; `missing` is a record that is not there. */
export const WRONGS = ['minutes', 'not-me', 'details', 'other', 'missing'] as const;
export type Wrong = (typeof WRONGS)[number];

export const CORRECTION_STATUSES = [
  'open',
  'accepted',
  'rejected',
  'escalated',
  'final',
  /** By the volunteer, before anybody had decided. */
  'withdrawn',
] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

export const VERDICTS = ['accept', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What happened to a correction, in order. */
export const CORRECTION_ACTIONS = [
  'raised',
  'accepted',
  'rejected',
  'escalated',
  'upheld',
  'denied',
  'withdrawn',
] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

export const ENTRY_STATUSES = ['waiting', 'approved', 'rejected'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** Pictures that one request may bring. */
export const MOST_PICTURES = 3;

/** Longest shift there is; the rule then looks at the shift itself. */
const minutes = count(0, 24 * 60);

/** The shift that a request is about, with what 志愿服务记录与证明出具办法 art. 8 asks for. */
const aboutShift = {
  shiftId: Id,
  activityId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  placeName: v.nullable(v.string()),
  recordingUnit: v.string(),
  shiftStartsAt: Instant,
  shiftEndsAt: Instant,
};

export const CorrectionCard = v.object({
  id: Id,
  wrong: v.picklist(WRONGS),
  status: v.picklist(CORRECTION_STATUSES),
  /** What the unit above decided; null before. */
  outcome: v.nullable(v.picklist(VERDICTS)),
  ...aboutShift,
  recordId: v.nullable(Id),
  recordedMinutes: v.nullable(v.number()),
  claimedMinutes: v.nullable(v.number()),
  /** Who decides next, or decided last. */
  decidingUnit: v.string(),
  /** A district day: of the next decision, or of the volunteer's appeal; null when nothing is due. */
  dueOn: v.nullable(v.string()),
  workingDaysLeft: v.nullable(v.number()),
  raisedAt: Instant,
});
export type CorrectionCard = v.InferOutput<typeof CorrectionCard>;

/** One step of the trail: who, through what, when, what and why. */
export const CorrectionStep = v.object({
  action: v.picklist(CORRECTION_ACTIONS),
  at: Instant,
  by: v.string(),
  /** The organization through which they acted; null for the volunteer. */
  unit: v.nullable(v.string()),
  minutes: v.nullable(v.number()),
  reason: v.string(),
});
export type CorrectionStep = v.InferOutput<typeof CorrectionStep>;

/** Where an entry made by hand stands, as far as its correction shows it. */
const EntryOfCorrection = v.object({ id: Id, status: v.picklist(ENTRY_STATUSES), decidingUnit: v.string() });

const correctionDetail = {
  ...CorrectionCard.entries,
  words: v.string(),
  pictures: v.array(PictureView),
  trail: v.array(CorrectionStep),
  /** Where a missing record was granted: the entry that another level still has to approve. */
  entry: v.nullable(EntryOfCorrection),
};

export const CorrectionView = v.object({
  ...correctionDetail,
  /** Until `dueOn`, once. */
  mayEscalate: v.boolean(),
  /** While nobody has decided. */
  mayWithdraw: v.boolean(),
});
export type CorrectionView = v.InferOutput<typeof CorrectionView>;

export const StaffCorrectionCard = v.object({ ...CorrectionCard.entries, personName: v.string() });
export type StaffCorrectionCard = v.InferOutput<typeof StaffCorrectionCard>;

export const StaffCorrectionView = v.object({
  ...correctionDetail,
  personName: v.string(),
  /** Minutes that the whole shift earns: nobody is credited with more. */
  mostMinutes: v.number(),
  /** Whether the volunteer had a place in the shift. */
  hadPlace: v.boolean(),
  /** Which decision the caller may take now. */
  mayDecide: v.nullable(v.picklist(['reply', 'decision'])),
  /** What accepting has to name beside the reason: minutes, or from when to when. */
  needs: v.picklist(['minutes', 'times', 'nothing']),
});
export type StaffCorrectionView = v.InferOutput<typeof StaffCorrectionView>;

export const RaiseCorrection = v.pipe(
  v.object({
    requestKey: RequestKey,
    wrong: v.picklist(['minutes', 'not-me', 'details', 'other']),
    claimedMinutes: v.optional(minutes),
    words: text(500),
    pictureIds: pictureIds(MOST_PICTURES),
  }),
  v.forward(
    v.check((raised) => raised.wrong !== 'minutes' || raised.claimedMinutes !== undefined, 'say how many'),
    ['claimedMinutes'],
  ),
);

export const RaiseMissing = v.object({
  requestKey: RequestKey,
  claimedMinutes: minutes,
  words: text(500),
  pictureIds: pictureIds(MOST_PICTURES),
});

export const Escalate = v.object({ requestKey: RequestKey, reason: text(500) });

export const WithdrawCorrection = v.object({ requestKey: RequestKey });

/** What the organiser, or above it the street, says to a correction. */
export const DecideCorrection = v.object({
  requestKey: RequestKey,
  verdict: v.picklist(VERDICTS),
  reason: text(200),
  /** Accepting an error in a record: the minutes it should hold. */
  minutes: v.optional(minutes),
  /** Accepting a missing record: from when to when the volunteer served. */
  inAt: v.optional(InstantInput),
  outAt: v.optional(InstantInput),
  /** Further evidence, where a record is missing. */
  pictureIds: pictureIds(MOST_PICTURES),
});
export type DecideCorrection = v.InferOutput<typeof DecideCorrection>;

/** A shift that is over and has no record of a volunteer. */
export const UnrecordedShift = v.object({ ...aboutShift, hadPlace: v.boolean(), mostMinutes: v.number() });
export type UnrecordedShift = v.InferOutput<typeof UnrecordedShift>;

/** A volunteer who had a place in a shift that is over, and has no record of it. */
export const Unrecorded = v.object({
  ...aboutShift,
  breakMinutes: v.number(),
  personId: Id,
  personName: v.string(),
  /** False where the caller is the volunteer. */
  mayEnter: v.boolean(),
});
export type Unrecorded = v.InferOutput<typeof Unrecorded>;

export const EnterByHand = v.object({
  requestKey: RequestKey,
  personId: Id,
  inAt: InstantInput,
  outAt: InstantInput,
  reason: text(200),
  pictureIds: v.pipe(pictureIds(MOST_PICTURES), v.minLength(1, 'at least one picture')),
});

export const ManualEntryView = v.object({
  id: Id,
  status: v.picklist(ENTRY_STATUSES),
  ...aboutShift,
  personName: v.string(),
  inAt: Instant,
  outAt: Instant,
  /** By the rule of all minutes, as far as it was known when it was entered; the record is reckoned anew. */
  minutes: v.number(),
  reason: v.string(),
  /** Evidence of the entry, and of the correction that it grants. */
  pictures: v.array(PictureView),
  hadPlace: v.boolean(),
  author: v.string(),
  authorUnit: v.string(),
  decidingUnit: v.string(),
  correctionId: v.nullable(Id),
  dueOn: v.string(),
  workingDaysLeft: v.nullable(v.number()),
  decidedBy: v.nullable(v.string()),
  decidedAt: v.nullable(Instant),
  decisionReason: v.nullable(v.string()),
  createdAt: Instant,
  mayDecide: v.boolean(),
});
export type ManualEntryView = v.InferOutput<typeof ManualEntryView>;

export const DecideEntry = v.object({
  requestKey: RequestKey,
  verdict: v.picklist(VERDICTS),
  reason: text(200),
});

/** A district month, e.g. `2026-11`. */
export const Month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11'));

/** A sample of entries made by hand that anybody can draw again; without any name (办法 art. 16). */
export const AuditSample = v.object({
  month: v.string(),
  /** False while the month runs: until then more may come. */
  complete: v.boolean(),
  /** The smallest SHA-256 of `seed:id` are drawn. */
  seed: v.string(),
  /** Every entry approved in that month, so that the draw can be repeated. */
  drawnFrom: v.array(Id),
  items: v.array(
    v.object({
      id: Id,
      unit: v.string(),
      day: v.string(),
      minutes: v.number(),
      service: v.string(),
      evidence: v.boolean(),
    }),
  ),
});
export type AuditSample = v.InferOutput<typeof AuditSample>;
