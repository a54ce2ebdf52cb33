import * as v from 'valibot';
import { count, Id, Instant, optionalText, RequestKey } from '../contract/fields.js';

export const GiveFeedback = v.object({
  requestKey: RequestKey,
  /** 1 (not at all) to 5 (very). */
  score: count(1, 5),
  words: v.optional(optionalText(500)),
});

export const FeedbackView = v.object({ score: v.number(), words: v.nullable(v.string()), at: Instant });
export type FeedbackView = v.InferOutput<typeof FeedbackView>;

/** Whether the caller may say how it was, and what they said. */
export const MyFeedback = v.object({ mayGive: v.boolean(), given: v.nullable(FeedbackView) });
export type MyFeedback = v.InferOutput<typeof MyFeedback>;

/** How content those were who came; never without its denominator. */
export const Satisfaction = v.object({
  /** Places that were attended: who could have answered. */
  attended: v.number(),
  answered: v.number(),
  /** Of those who answered: how many gave 4 or more. */
  satisfied: v.number(),
  /** Mean score to one decimal; null while nobody answered. */
  average: v.nullable(v.number()),
  /** How often 1, 2, 3, 4 and 5 were given. */
  scores: v.array(v.number()),
});
export type Satisfaction = v.InferOutput<typeof Satisfaction>;

/** Words without their author: who wrote them is not for the organiser. */
export const FeedbackWords = v.object({ id: Id, score: v.number(), words: v.string(), at: Instant });
export type FeedbackWords = v.InferOutput<typeof FeedbackWords>;

/** Where words stand: only `shown` ones reach the organiser's staff. */
export const WORDS_STATES = ['none', 'checking', 'for-person', 'shown', 'withheld'] as const;
export type WordsState = (typeof WORDS_STATES)[number];

export const DecideWords = v.object({
  decision: v.picklist(['show', 'withhold']),
  reason: v.optional(optionalText(100)),
});
export const WordsDecision = v.object({ id: Id, state: v.picklist(WORDS_STATES) });
