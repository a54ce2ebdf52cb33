import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Box, Heading, Tickable } from './element';
import { errorId, FieldError, hintId } from './fields';
import { Icon } from './icon';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly note?: string;
  /** Cannot be chosen; `note` must say why (与《太极班》时间冲突). */
  readonly disabled?: boolean;
}

interface QuestionProps {
  readonly id: string;
  /** A question as heading: 谁参加？ */
  readonly question: string;
  readonly hint?: string;
  readonly error?: string;
}

interface ChooseOneProps<Value extends string> extends QuestionProps {
  readonly choices: readonly Choice<Value>[];
  /** null until the person answers: an answer is never given in advance. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

export function ChooseOne<Value extends string>({
  choices,
  value,
  onChange,
  ...question
}: ChooseOneProps<Value>) {
  return (
    <Question {...question} role="radiogroup">
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.value}
          kind="radio"
          name={question.id}
          {...choice}
          checked={choice.value === value}
          failed={question.error !== undefined}
          onTick={() => onChange(choice.value)}
        />
      ))}
    </Question>
  );
}

interface ChooseManyProps<Value extends string> extends QuestionProps {
  readonly choices: readonly Choice<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: Value[]) => void;
  /** Under the rows: 添加家人或邻居. */
  readonly children?: ReactNode;
}

export function ChooseMany<Value extends string>({
  choices,
  values,
  onChange,
  children,
  ...question
}: ChooseManyProps<Value>) {
  const toggle = (value: Value, on: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((each) => (each === value ? on : values.includes(each))),
    );
  return (
    <Question {...question} role="group">
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.value}
          kind="checkbox"
          name={question.id}
          {...choice}
          checked={values.includes(choice.value)}
          failed={question.error !== undefined}
          onTick={(on) => toggle(choice.value, on)}
        />
      ))}
      {children}
    </Question>
  );
}

interface ConsentProps {
  readonly id: string;
  /** What the person says yes to: 我已看过安全提示. */
  readonly title: string;
  readonly note?: string;
  readonly error?: string;
  readonly agreed: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** Start `agreed` with false, always: consent is never pre-ticked. */
export function Consent({ id, title, note, error, agreed, onChange }: ConsentProps) {
  return (
    <Box id={id} className={classNames(error && 'x-q--err')}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <ChoiceRow
        kind="checkbox"
        name={id}
        title={title}
        note={note}
        checked={agreed}
        failed={error !== undefined}
        onTick={onChange}
      />
    </Box>
  );
}

function Question(
  props: QuestionProps & { readonly role: 'group' | 'radiogroup'; readonly children: ReactNode },
) {
  const { id, question, hint, error, role, children } = props;
  const titleId = `${id}-title`;
  const spokenBy = [titleId, hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ');
  return (
    <Box id={id} role={role} labelledBy={spokenBy} className={classNames('x-q', error && 'x-q--err')}>
      <Heading level={2} id={titleId} className="x-q__t">
        {question}
      </Heading>
      {hint && (
        <Box id={hintId(id)} className="x-q__hint">
          {hint}
        </Box>
      )}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </Box>
  );
}

interface ChoiceRowProps {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly disabled?: boolean;
  readonly checked: boolean;
  readonly failed: boolean;
  readonly onTick: (on: boolean) => void;
}

function ChoiceRow({ kind, name, title, note, disabled, checked, failed, onTick }: ChoiceRowProps) {
  const round = kind === 'radio';
  return (
    <Tickable
      kind={kind}
      name={name}
      checked={checked}
      disabled={disabled}
      onTick={onTick}
      className={classNames(
        'x-choice',
        disabled ? 'x-choice--off' : checked ? 'x-choice--on' : failed && 'x-choice--err',
      )}
    >
      <Box
        as="span"
        decorative
        className={classNames(
          'x-tick',
          round && 'x-tick--round',
          checked && 'x-tick--on',
          checked && round && 'x-tick--dot',
        )}
      >
        {checked && !round && <Icon name="check" />}
      </Box>
      <Box as="span" className="grow">
        <Box as="span" className="t2 b num k-block">
          {title}
        </Box>
        {note && (
          <Box as="span" className="x-choice__note">
            {note}
          </Box>
        )}
      </Box>
    </Tickable>
  );
}

interface SwitchRowProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting that takes effect at once. */
export function SwitchRow({ id, title, note, on, onChange }: SwitchRowProps) {
  return (
    <Tickable kind="switch" id={id} name={id} checked={on} onTick={onChange} className="k-swrow">
      <Box as="span" className="grow">
        <Box as="span" className="b k-block">
          {title}
        </Box>
        {note && (
          <Box as="span" className="t1 dim k-block">
            {note}
          </Box>
        )}
      </Box>
      <Box as="span" decorative className={classNames('x-switch', 'ml3', on && 'x-switch--on')} />
    </Tickable>
  );
}
