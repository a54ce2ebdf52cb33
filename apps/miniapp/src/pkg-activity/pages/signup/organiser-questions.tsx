import type { Question } from '@xiaolin/shared-types/signups/questions';
import { answerField } from '@/features/signups/answers';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { ChooseMany, ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import type { TextInputType } from '@/shared/ui/element';
import type { SignupFormState } from './use-signup-form';

interface OrganiserQuestionsProps {
  readonly form: SignupFormState;
  /** Whose staff read the answers. */
  readonly organizer: string;
}

/** What the organiser wants to know, and who will know it. */
export function OrganiserQuestions({ form, organizer }: OrganiserQuestionsProps) {
  if (form.questions.length === 0) return null;
  return (
    <Box>
      {form.questions.map((question) => (
        <Asked key={question.id} question={question} form={form} />
      ))}
      <Box className="t1 dim mt3">{formWords.answersWho(organizer)}</Box>
    </Box>
  );
}

const INPUTS: Partial<Record<Question['kind'], TextInputType>> = { phone: 'tel' };

function Asked({ question, form }: { readonly question: Question; readonly form: SignupFormState }) {
  const id = answerField(question.id);
  const values = form.answers[question.id] ?? [];
  const error = form.errors.find(({ field }) => field === id)?.mend;
  const put = (next: readonly string[]) => form.setAnswers({ ...form.answers, [question.id]: next });
  const choices = question.options.map((value) => ({ value, title: value }));
  if (question.kind === 'choice')
    return (
      <ChooseOne
        id={id}
        question={question.label}
        error={error}
        choices={choices}
        value={values[0] ?? null}
        onChange={(value) => put([value])}
      />
    );
  if (question.kind === 'choices')
    return (
      <ChooseMany
        id={id}
        question={question.label}
        error={error}
        choices={choices}
        values={[...values]}
        onChange={put}
      />
    );
  return (
    <Box className="x-q">
      <Field
        id={id}
        label={question.label}
        optional={!question.required}
        error={error}
        type={INPUTS[question.kind]}
        maxLength={question.kind === 'text' ? 500 : 20}
        value={values[0] ?? ''}
        onChange={(value) => put([value])}
      />
    </Box>
  );
}
