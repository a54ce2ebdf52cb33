import * as v from 'valibot';
import { count, Id, Instant, optionalText, RequestKey, text } from '../contract/fields.js';
import { DEPENDANT_KINDS } from '../people/dependants.js';
import { Audience } from './audience.js';
import { AnswersInput, Questions } from './questions.js';

/** What a person can sign up for: a dated run of an activity, a volunteer's shift, or all dates of a course at once. */
export const LINE_KINDS = ['occurrence', 'shift', 'course'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const SIGNUP_STATUSES = [
  'confirmed',
  'waitlisted',
  /** A seat came free and is kept until `offerUntil`. */
  'offered',
  'declined',
  'lapsed',
  /** Applied; the organiser has not decided. It takes no seat. */
  'pending-review',
  'rejected',
  /** Entered in a lottery that has not been drawn. It takes no seat. */
  'in-draw',
  'not-drawn',
  'cancelled',
  'cancelled-late',
  'cancelled-by-organiser',
  'attended',
  'no-show',
] as const;
export type SignupStatus = (typeof SIGNUP_STATUSES)[number];

/** How places are given: to whoever comes first, to whom the organiser chooses, or by lot when sign-up closes. */
export const SIGNUP_MODES = ['first-come', 'approval', 'lottery'] as const;
export type SignupMode = (typeof SIGNUP_MODES)[number];

/** Why an application was turned down; `other` comes with words. */
export const REJECTION_REASONS = ['full', 'not-eligible', 'incomplete', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/**
 * The seats of an occurrence or shift and the clock that governs them. Phases (not open, open, full, closed, in
 * progress, over) are derived from it by `phaseOf`, never stored.
 */
export const LineView = v.object({
  capacity: v.number(),
  taken: v.number(),
  waiting: v.number(),
  waitlistLimit: v.number(),
  opensAt: Instant,
  closesAt: Instant,
  startsAt: Instant,
  endsAt: Instant,
  calledOff: v.boolean(),
  mode: v.picklist(SIGNUP_MODES),
});
export type LineView = v.InferOutput<typeof LineView>;

/** What the organiser decides about signing up, apart from seats and clock. */
export const LineTerms = v.object({
  /** Fixed once somebody has signed up. */
  mode: v.picklist(SIGNUP_MODES),
  /** The most people of one signup, its owner included. */
  partyLimit: count(1, 20),
  /** No seat is offered to those who wait from so many minutes before the start. */
  offerCutoffMinutes: count(0, 10_080),
  audience: Audience,
  questions: Questions,
  /** Answers are deleted so many days after the end: no personal data without an end, 个人信息保护法 art. 19. */
  answersKeepDays: count(1, 365),
});
export type LineTerms = v.InferOutput<typeof LineTerms>;

/** Some of the terms; the others stay as they are. */
export const SomeTerms = v.partial(LineTerms);
export type SomeTerms = v.InferOutput<typeof SomeTerms>;

export const GUEST_KINDS = [...DEPENDANT_KINDS, 'companion'] as const;

/** Somebody who comes along with the owner of a place. */
export const GuestView = v.object({ name: v.string(), kind: v.picklist(GUEST_KINDS) });
export type GuestView = v.InferOutput<typeof GuestView>;

/** Who comes along: all of them get seats, or none. */
export const PartyInput = v.object({
  dependantIds: v.pipe(
    v.array(Id),
    v.maxLength(20),
    v.check((ids) => new Set(ids).size === ids.length, 'each once'),
  ),
  companions: v.pipe(v.array(v.object({ name: text(20) })), v.maxLength(20)),
});
export type PartyInput = v.InferOutput<typeof PartyInput>;

/** A person's place in a line. */
export const SignupView = v.object({
  id: Id,
  /** The id of the occurrence, shift or course. */
  lineId: Id,
  kind: v.picklist(LINE_KINDS),
  status: v.picklist(SIGNUP_STATUSES),
  /** The person and those who come along. */
  seats: v.number(),
  /** People in front while waitlisted, else null. */
  ahead: v.nullable(v.number()),
  /** Until when an offer may be accepted; null unless `offered`. */
  offerUntil: v.nullable(Instant),
  decidedAt: Instant,
});
export type SignupView = v.InferOutput<typeof SignupView>;

/** A date of a course, with the owner's place in it; null where there is none. */
export const MyCourseDate = v.object({
  occurrenceId: Id,
  startsAt: Instant,
  endsAt: Instant,
  calledOff: v.boolean(),
  place: v.nullable(v.object({ signupId: Id, status: v.picklist(SIGNUP_STATUSES) })),
});
export type MyCourseDate = v.InferOutput<typeof MyCourseDate>;

/** A signup with what it is for, as its owner sees it. */
export const MySignup = v.object({
  ...SignupView.entries,
  title: v.string(),
  activityId: Id,
  /** Of a course: of its next date that takes place, or of the last one when all are over. */
  startsAt: Instant,
  endsAt: Instant,
  /** The dates of a course by start; null for everything else. */
  dates: v.nullable(v.array(MyCourseDate)),
  /** The place in the course that this place in one of its dates follows from. */
  courseSignupId: v.nullable(Id),
  placeName: v.nullable(v.string()),
  organizationName: v.string(),
  cover: v.string(),
  guests: v.array(GuestView),
  /** Time or place moved after this place was taken: leaving it costs nothing until the start. */
  freeExit: v.boolean(),
  /** Why the organiser said no; null unless `rejected`. */
  rejection: v.nullable(v.object({ code: v.picklist(REJECTION_REASONS), text: v.nullable(v.string()) })),
  calledOff: v.boolean(),
});
export type MySignup = v.InferOutput<typeof MySignup>;

/** One line of a roster. The telephone is masked to its last four digits. */
export const RosterEntry = v.object({
  signupId: Id,
  personId: Id,
  displayName: v.string(),
  maskedPhone: v.nullable(v.string()),
  guests: v.array(GuestView),
  /** Signed up by staff, for somebody without a phone. */
  byStaff: v.boolean(),
  status: v.picklist(SIGNUP_STATUSES),
  seats: v.number(),
  ahead: v.nullable(v.number()),
  offerUntil: v.nullable(Instant),
  decidedAt: Instant,
});
export type RosterEntry = v.InferOutput<typeof RosterEntry>;

/** A telephone number in full; null where none was left. */
export const ShownPhone = v.object({ phone: v.nullable(v.string()) });
export type ShownPhone = v.InferOutput<typeof ShownPhone>;

export const AnswerOffer = v.object({ requestKey: RequestKey });
export const CreateSignup = v.object({
  requestKey: RequestKey,
  party: v.optional(PartyInput),
  answers: v.optional(AnswersInput),
});
/** Staff sign up somebody who has no phone. */
export const CreateSignupForSomebody = v.object({
  requestKey: RequestKey,
  displayName: text(20),
  phone: v.optional(v.pipe(optionalText(20), v.regex(/^[0-9 +()-]*$/, 'a telephone number'))),
  companions: v.optional(PartyInput.entries.companions),
  answers: v.optional(AnswersInput),
});
export type CreateSignupForSomebody = v.InferOutput<typeof CreateSignupForSomebody>;
/** One decision about many applications. A refusal says why: a reason of the list, in words where it is `other`. */
export const ReviewSignups = v.pipe(
  v.object({
    requestKey: RequestKey,
    signupIds: v.pipe(v.array(Id), v.minLength(1, 'at least one'), v.maxLength(200, 'at most 200 at once')),
    verdict: v.picklist(['approve', 'reject']),
    reason: v.optional(
      v.object({ code: v.picklist(REJECTION_REASONS), text: v.optional(optionalText(100)) }),
    ),
  }),
  v.forward(
    v.check(({ verdict, reason }) => verdict === 'approve' || reason !== undefined, 'say why'),
    ['reason'],
  ),
  v.forward(
    v.check(({ reason }) => reason?.code !== 'other' || Boolean(reason.text), 'say why in words'),
    ['reason'],
  ),
);
export type ReviewSignups = v.InferOutput<typeof ReviewSignups>;

export const ReviewResult = v.object({
  decided: v.array(v.object({ signupId: Id, status: v.picklist(SIGNUP_STATUSES) })),
  /** Those that stay as they were, each with the code of why. */
  refused: v.array(v.object({ signupId: Id, code: v.string() })),
});
export type ReviewResult = v.InferOutput<typeof ReviewResult>;

/** Staff ask the next in line by hand; seats are added where too few are free. */
export const PromoteSignups = v.object({
  requestKey: RequestKey,
  /** How many parties, from the head of the line. */
  parties: count(1, 50),
});
export const Promotion = v.object({
  /** Seats of the line from now on. */
  capacity: v.number(),
  /** To whom seats are kept, in order of the line. */
  offered: v.array(v.object({ signupId: Id, seats: v.number() })),
  offerUntil: Instant,
});
export type Promotion = v.InferOutput<typeof Promotion>;

export const CancelSignup = v.object({ requestKey: RequestKey, reason: v.optional(optionalText(200)) });
