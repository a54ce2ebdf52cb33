import { ownFeedbackText as words } from '@/shared/i18n/zh-CN/own-feedback';

export const SCORES = ['1', '2', '3', '4', '5'] as const;
export type Score = (typeof SCORES)[number];

/** The score in words; an unknown one is said as a number. */
export const scoreWords = (score: number): string => words.scores[score - 1] ?? String(score);

/** The best first: what most people say is nearest to the thumb. */
export const scoreChoices = [...SCORES]
  .reverse()
  .map((value) => ({ value, title: scoreWords(Number(value)), note: `${value}分` }));

/** What is filled in and not sent yet. */
export interface FeedbackDraft {
  readonly score: Score | null;
  readonly words: string;
}

export const emptyFeedback: FeedbackDraft = { score: null, words: '' };

const isScore = (value: unknown): value is Score => SCORES.some((score) => score === value);

/** What an older version or a strange hand left behind counts as nothing. */
export function readFeedbackDraft(text: string | null): FeedbackDraft {
  try {
    const { score, words: written } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return { score: isScore(score) ? score : null, words: typeof written === 'string' ? written : '' };
  } catch {
    return emptyFeedback;
  }
}

/** The same answer tried again keeps its request key; another answer is another intent. */
export const intentOf = ({ score, words: written }: FeedbackDraft): string =>
  `${score ?? ''} ${written.trim()}`;

/** As the server takes it: words only where there are some. */
export const answerOf = ({ score, words: written }: FeedbackDraft): { score: number; words?: string } => ({
  score: Number(score),
  ...(written.trim() !== '' && { words: written.trim() }),
});
