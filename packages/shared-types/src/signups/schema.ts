import * as v from 'valibot';
import { Id, Instant, optionalText, RequestKey } from '../contract/fields.js';

/** What a person can sign up for: a dated run of an activity, or a volunteer's shift. */
export const LINE_KINDS = ['occurrence', 'shift'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const SIGNUP_STATUSES = [
  'confirmed',
  'waitlisted',
  /** A seat came free and is kept until `offerUntil`. */
  'offered',
  'declined',
  'lapsed',
  'cancelled',
  'cancelled-late',
  'cancelled-by-organiser',
] as const;
export type SignupStatus = (typeof SIGNUP_STATUSES)[number];

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
});
export type LineView = v.InferOutput<typeof LineView>;

/** A person's place in a line. */
export const SignupView = v.object({
  id: Id,
  /** The id of the occurrence or shift. */
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

/** A signup with what it is for, as its owner sees it. */
export const MySignup = v.object({
  ...SignupView.entries,
  title: v.string(),
  activityId: Id,
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.nullable(v.string()),
  organizationName: v.string(),
  cover: v.string(),
  calledOff: v.boolean(),
});
export type MySignup = v.InferOutput<typeof MySignup>;

/** One line of a roster. The telephone is masked to its last four digits. */
export const RosterEntry = v.object({
  signupId: Id,
  personId: Id,
  displayName: v.string(),
  maskedPhone: v.nullable(v.string()),
  status: v.picklist(SIGNUP_STATUSES),
  seats: v.number(),
  ahead: v.nullable(v.number()),
  offerUntil: v.nullable(Instant),
  decidedAt: Instant,
});
export type RosterEntry = v.InferOutput<typeof RosterEntry>;

export const AnswerOffer = v.object({ requestKey: RequestKey });
export const CreateSignup = v.object({ requestKey: RequestKey });
export const CancelSignup = v.object({ requestKey: RequestKey, reason: v.optional(optionalText(200)) });
