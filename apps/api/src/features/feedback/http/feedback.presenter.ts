import type {
  FeedbackView,
  FeedbackWords,
  MyFeedback,
  Satisfaction,
} from '@xiaolin/shared-types/feedback/schema';
import type { WordsRow } from '../store/feedback.reader.js';
import type { FeedbackRow } from '../store/feedback.store.js';
import type { OwnFeedback } from '../use-cases/give-feedback.js';

export const presentFeedback = (row: FeedbackRow): FeedbackView => ({
  score: row.score,
  words: row.words,
  at: row.given_at,
});

export const presentMyFeedback = ({ mayGive, given }: OwnFeedback): MyFeedback => ({
  mayGive,
  given: given === undefined ? null : presentFeedback(given),
});

export const presentWords = (row: WordsRow): FeedbackWords => ({
  id: row.id,
  score: row.score,
  words: row.words,
  at: row.given_at,
});

export const presentSatisfaction = (found: Satisfaction): Satisfaction => ({
  attended: found.attended,
  answered: found.answered,
  satisfied: found.satisfied,
  average: found.average,
  scores: found.scores,
});
