import * as v from 'valibot';
import { count, Id, Instant, optionalText, RequestKey, text } from '../contract/fields.js';

/** Who on a roster is written to. */
const BROADCAST_AUDIENCES = ['confirmed', 'waiting', 'everyone'] as const;
export const BroadcastAudience = v.picklist(BROADCAST_AUDIENCES);
export type BroadcastAudience = v.InferOutput<typeof BroadcastAudience>;

/**
 * Where a notice stands. `checking`: the text check cannot be asked now and is asked again; `for-person`: an
 * administrator looks at it; `refused`: nobody was told; `sending`, `sent`: people are told.
 */
export const BROADCAST_STATES = ['checking', 'for-person', 'refused', 'sending', 'sent'] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** The most characters of a notice: what an elder reads on one screen. */
const LONGEST_BROADCAST = 200;
const MOST_PEOPLE = 100_000;

export const BroadcastPreview = v.object({
  people: v.number(),
  /** Of them, who has an account and finds it in the inbox. */
  inApp: v.number(),
  /** Of them, who was signed up by hand: somebody has to call. */
  byPhone: v.number(),
});
export type BroadcastPreview = v.InferOutput<typeof BroadcastPreview>;

export const SendBroadcast = v.object({
  requestKey: RequestKey,
  audience: BroadcastAudience,
  words: text(LONGEST_BROADCAST),
  /** How many people the preview said: with another number nobody is told, and the number is shown anew. */
  people: count(1, MOST_PEOPLE),
});
export type SendBroadcast = v.InferOutput<typeof SendBroadcast>;

export const DecideBroadcast = v.object({
  requestKey: RequestKey,
  decision: v.picklist(['send', 'refuse']),
  reason: v.optional(optionalText(100)),
});
export type DecideBroadcast = v.InferOutput<typeof DecideBroadcast>;

export const BroadcastView = v.object({
  id: Id,
  lineId: Id,
  activityId: Id,
  title: v.string(),
  audience: BroadcastAudience,
  words: v.string(),
  state: v.picklist(BROADCAST_STATES),
  /** How many people it is for; as previewed until it is sent, exact from then on. */
  people: v.number(),
  /** How many of them it has come to: `inApp` and `byPhone` together. */
  done: v.number(),
  inApp: v.number(),
  byPhone: v.number(),
  reason: v.nullable(v.string()),
  authorName: v.string(),
  writtenAt: Instant,
  finishedAt: v.nullable(Instant),
  /** Whether it waits for whoever asks. */
  mayDecide: v.boolean(),
});
export type BroadcastView = v.InferOutput<typeof BroadcastView>;

/** Somebody without an account: whom to call. Least data, as on the roster. */
export const Unreached = v.object({
  personId: Id,
  displayName: v.string(),
  maskedPhone: v.nullable(v.string()),
});
export type Unreached = v.InferOutput<typeof Unreached>;
