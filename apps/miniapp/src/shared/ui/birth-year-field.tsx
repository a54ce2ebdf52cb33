import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { Field } from './fields';
import { readBirthYear } from './birth-year';

interface BirthYearFieldProps {
  readonly id: string;
  readonly value: string;
  /** Whether what does not fit is said; false while it is being typed. */
  readonly judged: boolean;
  readonly onChange: (value: string) => void;
}

/** The year alone, and only if one wants to. */
export function BirthYearField({ id, value, judged, onChange }: BirthYearFieldProps) {
  return (
    <Field
      id={id}
      label={words.birthYear}
      hint={words.birthYearHint}
      optional
      type="digit"
      maxLength={4}
      value={value}
      error={judged && readBirthYear(value) === 'wrong' ? words.birthYearWrong : undefined}
      onChange={onChange}
    />
  );
}
