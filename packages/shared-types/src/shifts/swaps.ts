import * as v from 'valibot';
import { person } from '../contract/access.js';
import { Done, Id, Instant, RequestKey } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { readTyped } from '../contract/typed-code.js';

export const SWAP_KINDS = ['hand-over', 'exchange'] as const;
export type SwapKind = (typeof SWAP_KINDS)[number];

export const SWAP_STATES = [
  /** Offered; whoever has the code may answer. */
  'open',
  /** An exchange: somebody named their own shift, and the first has to agree. */
  'proposed',
  'done',
  'withdrawn',
] as const;
export type SwapState = (typeof SWAP_STATES)[number];

const SwapShift = v.object({
  shiftId: Id,
  activityTitle: v.string(),
  roleName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.nullable(v.string()),
});
export type SwapShift = v.InferOutput<typeof SwapShift>;

/** A swap as its two sides see it. */
export const SwapView = v.object({
  id: Id,
  kind: v.picklist(SWAP_KINDS),
  state: v.picklist(SWAP_STATES),
  /** To be given to somebody: 8 characters; null for whoever only answered. */
  code: v.nullable(v.string()),
  /** Whether the caller offered it. */
  mine: v.boolean(),
  signupId: Id,
  shift: SwapShift,
  fromName: v.string(),
  /** Who answered, with the shift that they give in an exchange. */
  toName: v.nullable(v.string()),
  inReturn: v.nullable(SwapShift),
  /** Read off the clock: the shift has begun, and nothing can come of it. */
  over: v.boolean(),
});
export type SwapView = v.InferOutput<typeof SwapView>;

const Reason = v.object({
  code: v.string(),
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
});

/** What whoever was given a code sees before they say yes. */
export const SwapOffer = v.object({
  kind: v.picklist(SWAP_KINDS),
  shift: SwapShift,
  fromName: v.string(),
  /** Why the caller cannot take it, as things stand; null: nothing stands in the way. */
  refusal: v.nullable(Reason),
  /** The caller's own places that could be given in return. */
  ownPlaces: v.array(v.object({ signupId: Id, ...SwapShift.entries })),
});
export type SwapOffer = v.InferOutput<typeof SwapOffer>;

/** A code as it is typed: case, spaces and hyphens do not matter. */
const SwapCode = v.pipe(
  v.string(),
  v.maxLength(20, 'a code'),
  v.check((text) => readTyped(text) !== null, 'a code of 8 characters'),
  v.transform((text) => readTyped(text) ?? ''),
);

const moving = [
  'swap.over',
  'swap.off',
  'swap.place-gone',
  'swap.begun',
  'swap.checked-in',
  'swap.others-wait',
  'swap.same-shift',
  'signup.called-off',
  'signup.restricted',
  'signup.already',
  'signup.clash',
  'signup.age-unknown',
  'signup.age-limit',
  'signup.too-young',
  'signup.guardian-consent',
  'signup.training-missing',
  'signup.skill-missing',
  'signup.overwork',
  'request.key-reused',
] as const;

const swapParam = v.object({ swapId: Id });
const keyed = v.object({ requestKey: RequestKey });

export const swapRoutes = {
  offer: defineRoute({
    method: 'POST',
    path: '/me/signups/:signupId/swaps',
    summary: 'Offers a confirmed place of a shift to whoever is given the code, for nothing or in exchange.',
    access: person,
    params: v.object({ signupId: Id }),
    body: v.object({ requestKey: RequestKey, kind: v.picklist(SWAP_KINDS) }),
    response: SwapView,
    problems: [
      'signup.unknown',
      'signup.called-off',
      'swap.off',
      'swap.place-gone',
      'swap.begun',
      'swap.checked-in',
      'swap.others-wait',
      'request.key-reused',
    ],
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/me/swaps',
    summary: 'Swaps that the caller offered or answered, of shifts that are not over.',
    access: person,
    response: v.object({ items: v.array(SwapView) }),
  }),
  byCode: defineRoute({
    method: 'GET',
    path: '/swaps',
    summary: 'The offer behind a code, with why the caller could not take it.',
    access: person,
    query: v.object({ code: SwapCode }),
    response: SwapOffer,
    problems: ['swap.unknown', 'swap.over'],
  }),
  accept: defineRoute({
    method: 'POST',
    path: '/swaps/accept',
    summary:
      'Says yes to an offer: a place that is handed over changes hands at once; in an exchange it names what is given.',
    access: person,
    body: v.object({ requestKey: RequestKey, code: SwapCode, signupId: v.optional(Id) }),
    response: SwapView,
    problems: ['swap.unknown', 'swap.own', 'signup.unknown', ...moving],
  }),
  agree: defineRoute({
    method: 'POST',
    path: '/me/swaps/:swapId/agree',
    summary: 'Agrees to the shift that was named in return: both places change hands in one transaction.',
    access: person,
    params: swapParam,
    body: keyed,
    response: SwapView,
    problems: ['swap.unknown', 'swap.not-answered-yet', ...moving],
  }),
  decline: defineRoute({
    method: 'POST',
    path: '/me/swaps/:swapId/decline',
    summary: 'Turns the shift down that was named in return; the offer stays open.',
    access: person,
    params: swapParam,
    body: keyed,
    response: SwapView,
    problems: ['swap.unknown', 'swap.not-answered-yet', 'request.key-reused'],
  }),
  withdraw: defineRoute({
    method: 'POST',
    path: '/me/swaps/:swapId/withdraw',
    summary: 'Takes an offer back; its code is worth nothing from then on.',
    access: person,
    params: swapParam,
    body: keyed,
    response: Done,
    problems: ['swap.unknown', 'swap.over', 'request.key-reused'],
  }),
};
