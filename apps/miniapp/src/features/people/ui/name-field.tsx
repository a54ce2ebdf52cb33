import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { Field } from '@/shared/ui/fields';

interface NameFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly error?: string;
  readonly hint?: string;
}

/** The name that organisers call out. */
export function NameField({ id, value, onChange, error, hint = words.nameHint }: NameFieldProps) {
  return (
    <Field
      id={id}
      label={words.nameField}
      hint={hint}
      error={error}
      value={value}
      onChange={onChange}
      maxLength={20}
      autoComplete="name"
    />
  );
}
