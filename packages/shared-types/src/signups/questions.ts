import * as v from 'valibot';
import { Day, Id, text } from '../contract/fields.js';

export const QUESTION_KINDS = ['text', 'choice', 'choices', 'number', 'phone'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Kinds that are answered from a list. */
export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices';

/** What the organiser asks whoever signs up. The answers are seen by the organiser's staff alone. */
export const Question = v.pipe(
  v.object({
    /** Stays while the words change, so that answers find their question. */
    id: Id,
    kind: v.picklist(QUESTION_KINDS),
    label: text(60),
    required: v.boolean(),
    /** 2 to 20 of them for what is chosen, none otherwise. */
    options: v.pipe(v.array(text(30)), v.maxLength(20, 'at most 20')),
  }),
  v.forward(
    v.check(
      ({ kind, options }) => (hasOptions(kind) ? options.length >= 2 : options.length === 0),
      'at least two for a choice, none otherwise',
    ),
    ['options'],
  ),
  v.forward(
    v.check(({ options }) => new Set(options).size === options.length, 'each once'),
    ['options'],
  ),
);
export type Question = v.InferOutput<typeof Question>;

export const Questions = v.pipe(
  v.array(Question),
  v.maxLength(10, 'at most 10'),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each id once'),
);

/** One answer; several values only where several may be chosen. */
export const AnswerInput = v.object({
  questionId: Id,
  values: v.pipe(v.array(text(500)), v.maxLength(20)),
});
export type AnswerInput = v.InferOutput<typeof AnswerInput>;

export const AnswersInput = v.pipe(v.array(AnswerInput), v.maxLength(20));

/** An answer as it was given: with the question's words of then. */
export const GivenAnswer = v.object({ questionId: Id, label: v.string(), values: v.array(v.string()) });
export type GivenAnswer = v.InferOutput<typeof GivenAnswer>;

/** One signup's answers; the organiser's staff alone. */
export const AnswerSheet = v.object({
  signupId: Id,
  displayName: v.string(),
  answers: v.array(GivenAnswer),
  /** The district's day on which they are deleted. */
  deletedOn: Day,
});
export type AnswerSheet = v.InferOutput<typeof AnswerSheet>;
