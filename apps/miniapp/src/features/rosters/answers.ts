import type { AnswerSheet, Question } from '@xiaolin/shared-types/signups/questions';
import { hasOptions } from '@xiaolin/shared-types/signups/questions';

export interface AnswerCount {
  readonly questionId: string;
  readonly label: string;
  readonly counts: readonly { readonly option: string; readonly people: number }[];
}

/** How often each option was chosen, for what is chosen from a list; options nobody chose are named, too. */
export const countAnswers = (
  questions: readonly Question[],
  sheets: readonly AnswerSheet[],
): readonly AnswerCount[] =>
  questions
    .filter(({ kind }) => hasOptions(kind))
    .map(({ id, label, options }) => {
      const chosen = sheets.flatMap(({ answers }) =>
        answers.filter(({ questionId }) => questionId === id).flatMap(({ values }) => values),
      );
      return {
        questionId: id,
        label,
        counts: options.map((option) => ({
          option,
          people: chosen.filter((value) => value === option).length,
        })),
      };
    });
