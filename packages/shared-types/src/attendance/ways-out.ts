import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id, Instant, InstantInput, optionalText, RequestKey, text } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';

/** So many working days after a proposal of staff that nobody answered, staff of another level may confirm it. */
export const UNANSWERED_WORKING_DAYS = 5;

export const WAY_OUT_SIDES = ['volunteer', 'staff'] as const;
export type WayOutSide = (typeof WAY_OUT_SIDES)[number];

/** When somebody says that they (or a volunteer) left. */
export const WayOutProposal = v.object({
  id: Id,
  side: v.picklist(WAY_OUT_SIDES),
  byName: v.string(),
  outAt: Instant,
  reason: v.string(),
  proposedAt: Instant,
  /** Whether the caller may say yes or no to it. */
  mayAnswer: v.boolean(),
});
export type WayOutProposal = v.InferOutput<typeof WayOutProposal>;

/** A stay without an end: nothing is credited until a time of leaving is proposed by one side and confirmed by the other. */
export const MissingOut = v.object({
  shiftId: Id,
  personId: Id,
  personName: v.string(),
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  inAt: Instant,
  proposal: v.nullable(WayOutProposal),
  /** Whether the caller may propose a time now. */
  mayPropose: v.boolean(),
});
export type MissingOut = v.InferOutput<typeof MissingOut>;

/** `outAt` is capped at the planned end. */
const proposing = v.object({ requestKey: RequestKey, outAt: InstantInput, reason: text(100) });

export const AnswerWayOut = v.pipe(
  v.object({ requestKey: RequestKey, agree: v.boolean(), reason: v.optional(optionalText(100)) }),
  v.forward(
    v.check(({ agree, reason }) => agree || Boolean(reason), 'say why'),
    ['reason'],
  ),
);

/** What an answer came to: credited minutes when it was a yes and the role counts. */
export const WayOutAnswered = v.object({ agreed: v.boolean(), minutes: v.nullable(v.number()) });

const proposalParam = v.object({ proposalId: Id });
const proposalProblems = [
  'shift.unknown',
  'way-out.not-missing',
  'way-out.already',
  'way-out.before-in',
  'request.key-reused',
] as const;
const answerProblems = [
  'way-out.unknown',
  'way-out.own',
  'way-out.not-yours',
  'way-out.over',
  'request.key-reused',
] as const;

export const wayOutRoutes = {
  mine: defineRoute({
    method: 'GET',
    path: '/me/ways-out',
    summary: "The caller's shifts whose way out is missing, latest first.",
    access: person,
    response: v.object({ items: v.array(MissingOut) }),
  }),
  propose: defineRoute({
    method: 'POST',
    path: '/me/shifts/:shiftId/way-out',
    summary: 'The volunteer says when they left; the organiser confirms.',
    access: person,
    params: v.object({ shiftId: Id }),
    body: proposing,
    response: MissingOut,
    problems: proposalProblems,
  }),
  answer: defineRoute({
    method: 'POST',
    path: '/me/ways-out/:proposalId/answer',
    summary: "The volunteer's word on a time that staff proposed.",
    access: person,
    params: proposalParam,
    body: AnswerWayOut,
    response: WayOutAnswered,
    problems: answerProblems,
  }),
  list: defineRoute({
    method: 'GET',
    path: '/staff/ways-out',
    summary: 'Missing ways out in scope, those with a proposal to answer first.',
    access: staff('own-scope'),
    query: v.object(pageQuery),
    response: page(MissingOut),
  }),
  proposeFor: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/ways-out',
    summary: 'Staff say when a volunteer left; the volunteer confirms. Never about themselves.',
    access: staff('shift'),
    params: v.object({ shiftId: Id }),
    body: v.object({ ...proposing.entries, personId: Id }),
    response: MissingOut,
    problems: [...proposalProblems, 'way-out.own'],
  }),
  answerFor: defineRoute({
    method: 'POST',
    path: '/staff/ways-out/:proposalId/answer',
    summary: "The staff's word on a time that the volunteer proposed; confirmed, it becomes an hour record.",
    access: staff('way-out'),
    params: proposalParam,
    body: AnswerWayOut,
    response: WayOutAnswered,
    problems: answerProblems,
  }),
};
