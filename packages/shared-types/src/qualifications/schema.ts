import * as v from 'valibot';
import { Day, Id, Instant, optionalText, RequestKey, text } from '../contract/fields.js';

/** What somebody else has to confirm about a volunteer. */
export const QUALIFICATION_KINDS = ['training', 'guardian-consent'] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

export const QUALIFICATION_STATES = ['asked', 'confirmed', 'refused', 'withdrawn'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];

/** A training that was done, or a guardian's consent, as its volunteer sees it. */
export const QualificationView = v.object({
  id: Id,
  kind: v.picklist(QUALIFICATION_KINDS),
  /** Of the training, or of the guardian. */
  name: v.string(),
  /** The guardian's telephone, masked. */
  maskedPhone: v.nullable(v.string()),
  state: v.picklist(QUALIFICATION_STATES),
  /** Whose word it is: it counts there and in everything below. */
  organizationName: v.string(),
  doneOn: v.nullable(Day),
  /** The last day on which it counts; null: no end. */
  validUntil: v.nullable(Day),
  /** Why staff said no. */
  reason: v.nullable(v.string()),
  askedAt: Instant,
});
export type QualificationView = v.InferOutput<typeof QualificationView>;

export const MyQualifications = v.object({
  skills: v.array(v.string()),
  items: v.array(QualificationView),
});
export type MyQualifications = v.InferOutput<typeof MyQualifications>;

/** What waits for the staff's word. The telephone is whole: staff call the guardian. */
export const WaitingQualification = v.object({
  id: Id,
  kind: v.picklist(QUALIFICATION_KINDS),
  name: v.string(),
  phone: v.nullable(v.string()),
  personName: v.string(),
  organizationName: v.string(),
  doneOn: v.nullable(Day),
  askedAt: Instant,
  /** Nobody confirms their own. */
  mayDecide: v.boolean(),
});
export type WaitingQualification = v.InferOutput<typeof WaitingQualification>;

const skills = v.pipe(
  v.array(text(20)),
  v.maxLength(20, 'at most 20'),
  v.check((names) => new Set(names).size === names.length, 'each once'),
);

export const DeclareSkills = v.object({ skills });

export const AskTraining = v.object({ requestKey: RequestKey, shiftId: Id, name: text(30), doneOn: Day });
export type AskTraining = v.InferOutput<typeof AskTraining>;

export const AskConsent = v.object({
  requestKey: RequestKey,
  shiftId: Id,
  guardianName: text(20),
  guardianPhone: v.pipe(text(20), v.regex(/^[0-9 +()-]{5,20}$/, 'a telephone number')),
});
export type AskConsent = v.InferOutput<typeof AskConsent>;

export const DecideQualification = v.pipe(
  v.object({
    requestKey: RequestKey,
    verdict: v.picklist(['confirm', 'refuse', 'withdraw']),
    /** Of a training; null: no end. A consent always ends a year later. */
    validUntil: v.optional(v.nullable(Day)),
    reason: v.optional(optionalText(100)),
  }),
  v.forward(
    v.check(({ verdict, reason }) => verdict === 'confirm' || Boolean(reason), 'say why'),
    ['reason'],
  ),
);
export type DecideQualification = v.InferOutput<typeof DecideQualification>;

/** Staff write down that people of a shift have done a training. */
export const RecordTraining = v.object({
  requestKey: RequestKey,
  personIds: v.pipe(v.array(Id), v.minLength(1, 'at least one'), v.maxLength(200, 'at most 200')),
  name: text(30),
  doneOn: Day,
  validUntil: v.nullable(Day),
});
export type RecordTraining = v.InferOutput<typeof RecordTraining>;
