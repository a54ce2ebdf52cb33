import { type Audience, EVERYONE, isForEveryone } from '@xiaolin/shared-types/signups/audience';
import type { Question } from '@xiaolin/shared-types/signups/questions';
import type { LineTerms, SomeTerms } from '@xiaolin/shared-types/signups/schema';
import type { LineRow } from './line.store.js';

type Columns = Readonly<Record<string, string | number | null>>;

/** The terms as columns of the line; only those that are named. */
export const termColumns = (terms: SomeTerms): Columns => ({
  ...(terms.mode !== undefined && { mode: terms.mode }),
  ...(terms.partyLimit !== undefined && { party_limit: terms.partyLimit }),
  ...(terms.offerCutoffMinutes !== undefined && { offer_cutoff_minutes: terms.offerCutoffMinutes }),
  ...(terms.audience !== undefined && {
    audience: isForEveryone(terms.audience) ? null : JSON.stringify(terms.audience),
  }),
  ...(terms.questions !== undefined && {
    questions: terms.questions.length === 0 ? null : JSON.stringify(terms.questions),
  }),
  ...(terms.answersKeepDays !== undefined && { answers_keep_days: terms.answersKeepDays }),
});

export const audienceOf = ({ audience }: Pick<LineRow, 'audience'>): Audience =>
  audience === null ? EVERYONE : (JSON.parse(audience) as Audience);

export const questionsOf = ({ questions }: Pick<LineRow, 'questions'>): Question[] =>
  questions === null ? [] : (JSON.parse(questions) as Question[]);

/** The terms of a line as the contract shows them; every field by name. */
export const presentTerms = (row: LineRow): LineTerms => ({
  mode: row.mode,
  partyLimit: row.party_limit,
  offerCutoffMinutes: row.offer_cutoff_minutes,
  audience: audienceOf(row),
  questions: questionsOf(row),
  answersKeepDays: row.answers_keep_days,
});
