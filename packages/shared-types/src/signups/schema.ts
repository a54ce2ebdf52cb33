import * as v from 'valibot';
import { count, Id, Instant, optionalText, RequestKey, text } from '../contract/fields.js';
import { DEPENDANT_KINDS } from '../people/dependants.js';

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

/** What the organiser decides about signing up, apart from seats and clock. */
export const LineTerms = v.object({
  /** The most people of one signup, its owner included. */
  partyLimit: count(1, 20),
  /** No seat is offered to those who wait from so many minutes before the start. */
  offerCutoffMinutes: count(0, 10_080),
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
  guests: v.array(GuestView),
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

export const AnswerOffer = v.object({ requestKey: RequestKey });
export const CreateSignup = v.object({ requestKey: RequestKey, party: v.optional(PartyInput) });
/** Staff sign up somebody who has no phone. */
export const CreateSignupForSomebody = v.object({
  requestKey: RequestKey,
  displayName: text(20),
  phone: v.optional(v.pipe(optionalText(20), v.regex(/^[0-9 +()-]*$/, 'a telephone number'))),
  companions: v.optional(PartyInput.entries.companions),
});
export type CreateSignupForSomebody = v.InferOutput<typeof CreateSignupForSomebody>;
export const CancelSignup = v.object({ requestKey: RequestKey, reason: v.optional(optionalText(200)) });
