import type { FieldProblem } from '@xiaolin/shared-types/contract/problem';
import type { AnswerInput, GivenAnswer, Question } from '@xiaolin/shared-types/signups/questions';
import { type Refused } from './decide-place.js';

export type AnswersDecision = { readonly kind: 'answers'; readonly given: readonly GivenAnswer[] } | Refused;

const PHONE = /^\+?[0-9][0-9 -]{5,18}$/;
const NUMBER = /^-?\d{1,9}(\.\d{1,4})?$/;

/** What does not fit in these values, or undefined. An empty answer is judged by who must answer, not here. */
const FAULTS: Readonly<
  Record<Question['kind'], (values: readonly string[], question: Question) => string | undefined>
> = {
  text: (values) => (values.length === 1 ? undefined : '只写一个答案'),
  number: ([value = '', ...more]) =>
    more.length === 0 && NUMBER.test(value) ? undefined : '填一个数字，比如 2',
  phone: ([value = '', ...more]) =>
    more.length === 0 && PHONE.test(value) ? undefined : '填一个电话号码，比如 13800000000',
  choice: (values, { options }) =>
    values.length === 1 && options.includes(values[0] ?? '') ? undefined : '从选项里选一个',
  choices: (values, { options }) =>
    values.every((value) => options.includes(value)) && new Set(values).size === values.length
      ? undefined
      : '只选列出的选项，每项一次',
};

/**
 * Whether answers fit the questions as they stand now: each refusal names its question and the mend. Questions that
 * were taken away meanwhile are passed over, so that nobody is refused for having answered too much.
 *
 * @param mustAnswer false where staff sign up somebody who is not there to be asked
 */
export function decideAnswers(
  questions: readonly Question[],
  answers: readonly AnswerInput[],
  mustAnswer: boolean,
): AnswersDecision {
  const byQuestion = new Map(answers.map(({ questionId, values }) => [questionId, values]));
  const errors: FieldProblem[] = [];
  const given: GivenAnswer[] = [];
  for (const question of questions) {
    const values = byQuestion.get(question.id) ?? [];
    const path = `body.answers.${question.id}`;
    if (values.length === 0) {
      if (question.required && mustAnswer) errors.push({ path, message: '请回答这个问题' });
      continue;
    }
    const fault = FAULTS[question.kind](values, question);
    if (fault !== undefined) errors.push({ path, message: fault });
    else given.push({ questionId: question.id, label: question.label, values: [...values] });
  }
  if (errors.length > 0) return { kind: 'refused', code: 'signup.answers-invalid', facts: {}, errors };
  return { kind: 'answers', given };
}
