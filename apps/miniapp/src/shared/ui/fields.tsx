import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Box, TextInput, type TextInputType } from './element';
import { FieldLabel } from './field-label';
import { Icon } from './icon';

interface FieldShellProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Says the mend: 请选“要”或“不要”. */
  readonly error?: string;
  readonly optional?: boolean;
  readonly children: ReactNode;
}

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;

export const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined;

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Box id={errorId(id)} className="x-q__err">
      <Icon name="alert" size="s" />
      <Box as="span">{children}</Box>
    </Box>
  );
}

/** Label, hint and error around a control that is not a plain text field (DateTimeField, a picker). */
export function FieldShell({ id, label, hint, error, optional, children }: FieldShellProps) {
  return (
    <Box className={classNames('k-field', error && 'x-q--err')}>
      <FieldLabel id={id} label={label} optional={optional} />
      {hint && (
        <Box id={hintId(id)} className="k-hint">
          {hint}
        </Box>
      )}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </Box>
  );
}

interface FieldProps extends Omit<FieldShellProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly onConfirm?: () => void;
  readonly type?: TextInputType;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoComplete?: string;
}

export function Field(props: FieldProps) {
  const { id, label, hint, error, optional, onChange, multiline, ...input } = props;
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} optional={optional}>
      <TextInput
        {...input}
        id={id}
        multiline={multiline}
        onText={onChange}
        invalid={error !== undefined}
        required={!optional}
        describedBy={describedBy(id, hint, error)}
        className={classNames('x-input', multiline && 'x-input--area', error && 'x-input--err')}
      />
    </FieldShell>
  );
}

interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onConfirm?: () => void;
}

export function SearchField({ id, label, placeholder, value, onChange, onConfirm }: SearchFieldProps) {
  return (
    <Box className="x-search grow">
      <Icon name="search" />
      <TextInput
        id={id}
        type="search"
        className="k-search"
        label={label}
        placeholder={placeholder}
        value={value}
        onText={onChange}
        onConfirm={onConfirm}
      />
    </Box>
  );
}
