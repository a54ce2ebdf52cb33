import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id, optionalText } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import { ShiftEligibility } from '../shifts/requirements.js';
import { EligibilityView } from './audience.js';
import { AnswerSheet } from './questions.js';
import {
  AnswerOffer,
  CancelSignup,
  CreateSignup,
  CreateSignupForSomebody,
  MySignup,
  PromoteSignups,
  Promotion,
  ReviewResult,
  ReviewSignups,
  RosterEntry,
  ShownPhone,
  SIGNUP_STATUSES,
  SignupView,
} from './schema.js';

const signingUp = [
  'signup.restricted',
  'signup.not-open-yet',
  'signup.closed',
  'signup.called-off',
  'signup.full',
  'signup.already',
  'signup.clash',
  'signup.party-too-large',
  'dependant.unknown',
  'signup.home-unknown',
  'signup.not-in-audience',
  'signup.students-only',
  'signup.age-unknown',
  'signup.age-limit',
  'signup.household-limit',
  'signup.answers-invalid',
  'signup.whole-course',
  'signup.line-busy',
  'request.key-reused',
] as const;

/** What only a shift refuses. */
const volunteering = [
  'signup.too-young',
  'signup.guardian-consent',
  'signup.training-missing',
  'signup.skill-missing',
  'signup.overwork',
] as const;

const answeringOffer = [
  'signup.unknown',
  'signup.no-offer',
  'signup.offer-lapsed',
  'signup.line-busy',
  'request.key-reused',
] as const;

const rosterQuery = v.object({
  status: v.optional(v.picklist(SIGNUP_STATUSES)),
  /** A part of a name of the party, or the last four digits of the telephone. */
  find: v.optional(optionalText(40)),
  ...pageQuery,
});

export const signupRoutes = {
  createForOccurrence: defineRoute({
    method: 'POST',
    path: '/occurrences/:occurrenceId/signups',
    summary:
      'Takes a seat, or a place in the waitlist when all seats are taken; of an occurrence, or of a whole course by its id.',
    access: person,
    params: v.object({ occurrenceId: Id }),
    body: CreateSignup,
    response: SignupView,
    problems: ['occurrence.unknown', ...signingUp],
  }),
  eligibility: defineRoute({
    method: 'GET',
    path: '/occurrences/:occurrenceId/eligibility',
    summary:
      'Whether the caller and their dependants may come, before any form; decided again when they sign up.',
    access: person,
    params: v.object({ occurrenceId: Id }),
    response: EligibilityView,
    problems: ['occurrence.unknown'],
  }),
  createForShift: defineRoute({
    method: 'POST',
    path: '/shifts/:shiftId/signups',
    summary: 'Takes a volunteer place in a shift, or a place in its waitlist.',
    access: person,
    params: v.object({ shiftId: Id }),
    body: CreateSignup,
    response: SignupView,
    problems: ['shift.unknown', ...signingUp, ...volunteering],
  }),
  shiftEligibility: defineRoute({
    method: 'GET',
    path: '/shifts/:shiftId/eligibility',
    summary: 'What a shift asks and whether the caller meets it; decided again when they sign up.',
    access: person,
    params: v.object({ shiftId: Id }),
    response: ShiftEligibility,
    problems: ['shift.unknown'],
  }),
  cancel: defineRoute({
    method: 'POST',
    path: '/signups/:signupId/cancel',
    summary: 'Gives a place up; its seats are offered to the next in line in the same transaction.',
    access: person,
    params: v.object({ signupId: Id }),
    body: CancelSignup,
    response: SignupView,
    problems: [
      'signup.unknown',
      'signup.not-cancellable',
      'signup.whole-course',
      'signup.line-busy',
      'request.key-reused',
    ],
  }),
  acceptOffer: defineRoute({
    method: 'POST',
    path: '/signups/:signupId/accept',
    summary: 'Takes the seats that are offered.',
    access: person,
    params: v.object({ signupId: Id }),
    body: AnswerOffer,
    response: SignupView,
    problems: [...answeringOffer, 'signup.clash', 'signup.overwork'],
  }),
  declineOffer: defineRoute({
    method: 'POST',
    path: '/signups/:signupId/decline',
    summary: 'Turns offered seats down; they are offered to the next in line in the same transaction.',
    access: person,
    params: v.object({ signupId: Id }),
    body: AnswerOffer,
    response: SignupView,
    problems: answeringOffer,
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/me/signups',
    summary: "The caller's places: what is to come (soonest first) or what is past (latest first).",
    access: person,
    query: v.object({
      when: v.picklist(['coming', 'past']),
      /** `occurrence` finds courses too: what one takes part in. */
      kind: v.optional(v.picklist(['occurrence', 'shift'])),
      activityId: v.optional(Id),
      ...pageQuery,
    }),
    response: page(MySignup),
  }),
  mineOne: defineRoute({
    method: 'GET',
    path: '/me/signups/:signupId',
    summary: "One of the caller's places.",
    access: person,
    params: v.object({ signupId: Id }),
    response: MySignup,
    problems: ['signup.unknown'],
  }),
  createForSomebody: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/signups',
    summary: 'Signs up somebody who has no phone; who did it is kept.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    body: CreateSignupForSomebody,
    response: SignupView,
    problems: ['occurrence.unknown', ...signingUp],
  }),
  review: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/reviews',
    summary:
      'Approves or rejects applications, one or many; those that cannot be decided are named with a code.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    body: ReviewSignups,
    response: ReviewResult,
    problems: ['occurrence.unknown', 'signup.line-busy', 'request.key-reused'],
  }),
  promote: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/promotions',
    summary:
      'Offers seats to the next in line by hand, strictly in order; adds seats to the occurrence where too few are free.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    body: PromoteSignups,
    response: Promotion,
    problems: [
      'occurrence.unknown',
      'signup.nobody-waits',
      'signup.offers-over',
      'signup.line-busy',
      'request.key-reused',
    ],
  }),
  answersOfOccurrence: defineRoute({
    method: 'GET',
    path: '/staff/occurrences/:occurrenceId/answers',
    summary:
      "What people answered to the organiser's questions, in order of the line; the organiser's staff alone.",
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    query: v.object(pageQuery),
    response: page(AnswerSheet),
    problems: ['occurrence.unknown'],
  }),
  showPhone: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/signups/:signupId/phone',
    summary:
      'One telephone number of the roster in full; who looked, when and whose is kept. At most 30 an hour for each member of staff.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id, signupId: Id }),
    response: ShownPhone,
    problems: ['occurrence.unknown', 'signup.unknown', 'roster.too-many-phones'],
  }),
  rosterOfOccurrence: defineRoute({
    method: 'GET',
    path: '/staff/occurrences/:occurrenceId/roster',
    summary:
      'Who has a place and who waits, in order of the line; of an occurrence or of a course. Searched by name or last four digits.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    query: rosterQuery,
    response: page(RosterEntry),
    problems: ['occurrence.unknown'],
  }),
};
