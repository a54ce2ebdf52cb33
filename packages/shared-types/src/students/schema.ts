import * as v from 'valibot';
import { count, Id, Instant, RequestKey, text } from '../contract/fields.js';

/**
 * Where a student's word about themselves stands. `withdrawn`: it was verified and no longer is (left, graduated,
 * a mistake). Sending it again makes it wait again.
 */
export const STUDENT_STATES = ['waiting', 'verified', 'rejected', 'withdrawn'] as const;
export type StudentState = (typeof STUDENT_STATES)[number];

export const STUDENT_DECISIONS = ['verify', 'reject', 'withdraw'] as const;
export type StudentDecision = (typeof STUDENT_DECISIONS)[number];

const StudentNumber = v.pipe(text(30), v.regex(/^[\p{L}\p{N}-]+$/u, 'letters, digits and hyphens'));

/** What a student says about themselves; class and year may be left open. */
export const SaveStudent = v.object({
  universityId: Id,
  schoolId: v.nullable(Id),
  studentNumber: StudentNumber,
  /** As on the student card; a certificate prints it once the campus has verified it together with the number. */
  realName: text(40),
  className: v.nullable(text(40)),
  entryYear: v.nullable(count(1950, 2100)),
});
export type SaveStudent = v.InferOutput<typeof SaveStudent>;

const standing = {
  state: v.picklist(STUDENT_STATES),
  /** Why it was rejected or withdrawn. */
  reason: v.nullable(v.string()),
  submittedAt: v.nullable(Instant),
};

export const StudentProfileView = v.object({
  universityId: Id,
  universityName: v.string(),
  schoolId: v.nullable(Id),
  schoolName: v.nullable(v.string()),
  studentNumber: v.string(),
  /** Missing in what was said before it was asked for. */
  realName: v.nullable(v.string()),
  className: v.nullable(v.string()),
  entryYear: v.nullable(v.number()),
  ...standing,
});
export type StudentProfileView = v.InferOutput<typeof StudentProfileView>;

/** A student as the campus sees them: what the roster of the campus holds anyway, and nothing else (least data). */
export const CampusStudent = v.object({
  personId: Id,
  displayName: v.string(),
  realName: v.nullable(v.string()),
  universityName: v.string(),
  schoolName: v.nullable(v.string()),
  studentNumber: v.string(),
  className: v.nullable(v.string()),
  entryYear: v.nullable(v.number()),
  ...standing,
  /** Somebody else of this university has named the same number. */
  numberNamedTwice: v.boolean(),
});
export type CampusStudent = v.InferOutput<typeof CampusStudent>;

export const DecideStudents = v.pipe(
  v.object({
    requestKey: RequestKey,
    /** With the moment at which what was looked at was sent: a change since then is not decided unseen. */
    students: v.pipe(
      v.array(v.object({ personId: Id, submittedAt: v.nullable(Instant) })),
      v.minLength(1, 'at least one student'),
      v.maxLength(200, 'at most 200 students'),
    ),
    decision: v.picklist(STUDENT_DECISIONS),
    /** Read by the student; needed to reject and to withdraw. */
    reason: v.optional(text(200)),
  }),
  v.forward(
    v.check(
      ({ decision, reason }) => decision === 'verify' || reason !== undefined,
      'a reason for the student',
    ),
    ['reason'],
  ),
);

export const STUDENT_REFUSALS = [
  'student.unknown',
  'student.wrong-state',
  'student.changed-meanwhile',
  'student.number-taken',
  'student.own',
  'access.out-of-scope',
] as const;
export type StudentRefusal = (typeof STUDENT_REFUSALS)[number];

export const StudentsDecided = v.object({
  decided: v.array(Id),
  refused: v.array(v.object({ personId: Id, code: v.picklist(STUDENT_REFUSALS) })),
});
export type StudentsDecided = v.InferOutput<typeof StudentsDecided>;

/** A class of one school; minutes of its verified students only, and never where or for whom they served. */
export const CampusHoursRow = v.object({
  universityName: v.string(),
  schoolName: v.nullable(v.string()),
  className: v.nullable(v.string()),
  entryYear: v.nullable(v.number()),
  /** Verified students of the class. */
  students: v.number(),
  /** Of those, with confirmed minutes in the period: people, not visits. */
  served: v.number(),
  confirmedMinutes: v.number(),
  pendingMinutes: v.number(),
});
export type CampusHoursRow = v.InferOutput<typeof CampusHoursRow>;

export const CampusHours = v.object({
  /** District days, both included; a shift belongs to the day on which it starts. */
  from: v.string(),
  to: v.string(),
  total: v.object({
    students: v.number(),
    served: v.number(),
    confirmedMinutes: v.number(),
    pendingMinutes: v.number(),
  }),
  rows: v.array(CampusHoursRow),
});
export type CampusHours = v.InferOutput<typeof CampusHours>;
