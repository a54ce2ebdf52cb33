import { type Audience, EVERYONE } from '@xiaolin/shared-types/signups/audience';
import { hasOptions, type Question, type QuestionKind } from '@xiaolin/shared-types/signups/questions';

/** Who may come, as it stands in the fields: digits, finished or not. */
export interface AudienceForm {
  readonly communityIds: readonly string[];
  readonly universityIds: readonly string[];
  readonly minAge: string;
  readonly maxAge: string;
  readonly householdLimit: string;
}

/** One question as it stands in the fields; options one a line. */
export interface QuestionForm {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly required: boolean;
  readonly options: string;
}

const digits = (value: number | null): string => (value === null ? '' : String(value));
/** NaN is out of every range: the contract refuses it and names the field. */
const numberOrNull = (text: string): number | null => {
  if (text.trim() === '') return null;
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
};

export const audienceForm = (audience: Audience = EVERYONE): AudienceForm => ({
  communityIds: audience.communityIds,
  universityIds: audience.universityIds,
  minAge: digits(audience.minAge),
  maxAge: digits(audience.maxAge),
  householdLimit: digits(audience.householdLimit),
});

export const audienceOf = (form: AudienceForm): Audience => ({
  communityIds: [...form.communityIds],
  universityIds: [...form.universityIds],
  minAge: numberOrNull(form.minAge),
  maxAge: numberOrNull(form.maxAge),
  householdLimit: numberOrNull(form.householdLimit),
});

export const questionForm = ({ options, ...same }: Question): QuestionForm => ({
  ...same,
  options: options.join('\n'),
});

export const questionOf = ({ options, ...same }: QuestionForm): Question => ({
  ...same,
  label: same.label.trim(),
  options: hasOptions(same.kind)
    ? options
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [],
});

/** A question that nobody has begun to word is not asked. */
export const isWorded = ({ label, options }: QuestionForm): boolean => `${label}${options}`.trim() !== '';

export function addQuestion(
  questions: readonly QuestionForm[],
  given: Omit<QuestionForm, 'id'>,
): readonly QuestionForm[] {
  const used = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (used.has(`q${number}`)) number += 1;
  return [...questions, { id: `q${number}`, ...given }];
}
