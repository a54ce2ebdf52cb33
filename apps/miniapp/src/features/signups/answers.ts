import { type AnswerInput, hasOptions, type Question } from '@xiaolin/shared-types/signups/questions';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';

/** What was typed or chosen, by question. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** What goes to the server: answers to questions that are asked now, without those left empty. */
export const answersInput = (questions: readonly Question[], answers: Answers): AnswerInput[] =>
  questions.flatMap(({ id }) => {
    const values = (answers[id] ?? []).map((value) => value.trim()).filter(Boolean);
    return values.length > 0 ? [{ questionId: id, values }] : [];
  });

export const answerField = (questionId: string): string => `answer-${questionId}`;

/** Questions that must be answered and are not, each with the mend. Whether an answer fits, the server says. */
export const missingAnswers = (
  questions: readonly Question[],
  answers: Answers,
): readonly { readonly field: string; readonly mend: string }[] => {
  const given = new Set(answersInput(questions, answers).map(({ questionId }) => questionId));
  return questions
    .filter(({ id, required }) => required && !given.has(id))
    .map(({ id, label, kind }) => ({
      field: answerField(id),
      mend: (hasOptions(kind) ? words.answerChoose : words.answerFill)(label),
    }));
};

/** The server's faults (`body.answers.<question>`) at the fields of the form. */
export const answerErrors = (
  errors: readonly { readonly path: string; readonly message: string }[],
): readonly { readonly field: string; readonly mend: string }[] =>
  errors.flatMap(({ path, message }) => {
    const id = /^body\.answers\.(.+)$/.exec(path)?.[1];
    return id === undefined ? [] : [{ field: answerField(id), mend: message }];
  });
