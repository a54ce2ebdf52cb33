import type { WordsState } from '@xiaolin/shared-types/feedback/schema';

/** What the text check says. */
export type Verdict = 'pass' | 'review' | 'risky' | 'uncheckable';

/** Where words may go: the check decides first, a person where it could not. */
const TRANSITIONS: Readonly<Record<WordsState, readonly WordsState[]>> = {
  none: [],
  checking: ['shown', 'withheld', 'for-person'],
  'for-person': ['shown', 'withheld'],
  shown: [],
  withheld: [],
};

export const wordsMayBecome = (from: WordsState, to: WordsState): boolean => TRANSITIONS[from].includes(to);

/** 微信 "risky" is never shown; "review", and an author about whom nothing is said, wait for a person. */
const AFTER_CHECK = {
  pass: 'shown',
  review: 'for-person',
  risky: 'withheld',
  uncheckable: 'for-person',
} as const satisfies Record<Verdict, WordsState>;

export const afterCheck = (verdict: Verdict): WordsState => AFTER_CHECK[verdict];

const HOUR = 60 * 60_000;

/** Words whose check has not come by now (the outbox gave up after some 20 minutes) wait for a person, too. */
export const checkOverdueSince = (now: Date): string => new Date(now.getTime() - HOUR).toISOString();
