import { hasOptions, QUESTION_KINDS } from '@xiaolin/shared-types/signups/questions';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { SwitchRow } from '@/shared/ui/choices';
import { Chips } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { Field, FieldError } from '@/shared/ui/fields';
import { Card } from '@/shared/ui/surfaces';
import { errorAt, fieldId } from '../model';
import { addQuestion, type QuestionForm } from '../who-form';
import type { StepProps } from './step-props';

const w = words.questions;
const MOST = 10;

/** What whoever signs up is asked; the same for every run. */
export function QuestionEditor({ form, onChange, mends }: StepProps) {
  const { questions } = form;
  const error = errorAt(mends, fieldId('questions'));
  const put = (next: readonly QuestionForm[]) => onChange({ questions: next });
  const presets = w.presets.filter(({ label }) => questions.every((each) => each.label !== label));
  return (
    <Box
      id={fieldId('questions')}
      className={error ? 'x-q x-q--err' : 'x-q'}
      role="group"
      labelledBy="questions-title"
    >
      <Heading level={2} id="questions-title" className="x-q__t">
        {w.title}
      </Heading>
      <Box className="x-q__hint">{w.hint}</Box>
      {error && <FieldError id={fieldId('questions')}>{error}</FieldError>}
      {questions.map((question, at) => (
        <OneQuestion
          key={question.id}
          question={question}
          number={at + 1}
          onChange={(part) =>
            put(questions.map((each) => (each.id === question.id ? { ...each, ...part } : each)))
          }
          onRemove={() => put(questions.filter(({ id }) => id !== question.id))}
        />
      ))}
      {questions.length < MOST && (
        <Box className="row wrap mt3">
          {presets.map((preset) => (
            <Button
              key={preset.label}
              look="soft"
              size="s"
              icon="plus"
              className="mr2 mt1"
              onPress={() => put(addQuestion(questions, preset))}
            >
              {preset.label}
            </Button>
          ))}
          <Button
            look="line"
            size="s"
            icon="plus"
            className="mt1"
            onPress={() =>
              put(addQuestion(questions, { kind: 'text', label: '', required: false, options: '' }))
            }
          >
            {w.add}
          </Button>
        </Box>
      )}
    </Box>
  );
}

interface OneQuestionProps {
  readonly question: QuestionForm;
  readonly number: number;
  readonly onChange: (part: Partial<QuestionForm>) => void;
  readonly onRemove: () => void;
}

function OneQuestion({ question, number, onChange, onRemove }: OneQuestionProps) {
  const id = fieldId(question.id);
  return (
    <Card as="section" className="mt3" label={w.number(number)}>
      <Field
        id={`${id}-label`}
        label={w.number(number)}
        maxLength={60}
        value={question.label}
        onChange={(label) => onChange({ label })}
      />
      <Box className="mt3">
        <Chips
          label={w.kind}
          options={QUESTION_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
          value={question.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </Box>
      {hasOptions(question.kind) && (
        <Field
          id={`${id}-options`}
          label={w.options}
          multiline
          maxLength={400}
          value={question.options}
          onChange={(options) => onChange({ options })}
        />
      )}
      <SwitchRow
        id={`${id}-required`}
        title={w.required}
        note={w.requiredNote}
        on={question.required}
        onChange={(required) => onChange({ required })}
      />
      <Button look="bare" size="s" className="mt2" onPress={onRemove}>
        {w.remove}
      </Button>
    </Card>
  );
}
