import { classNames } from './class-names';
import { Box, MomentInput } from './element';
import { describedBy, FieldShell } from './fields';

/** Wall-clock parts as the person chose them, `2026-11-28` and `14:00`; '' while nothing is chosen. */
export interface DateAndTime {
  readonly date: string;
  readonly time: string;
}

interface DateTimeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: DateAndTime;
  readonly onChange: (value: DateAndTime) => void;
  readonly minDate?: string;
  readonly maxDate?: string;
}

/** A date and a time in two controls of the platform itself (docs/decisions/0002). The page turns them into an instant. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { id, label, hint, error, value, onChange, minDate, maxDate } = props;
  const shared = {
    className: classNames('x-input', 'grow', error && 'x-input--err'),
    describedBy: describedBy(id, hint, error),
    invalid: error !== undefined,
  };
  return (
    <FieldShell id={id} label={label} hint={hint} error={error}>
      <Box className="row k-moment">
        <Box className="grow mr2">
          <MomentInput
            {...shared}
            id={id}
            mode="date"
            label={`${label}，日期`}
            value={value.date}
            min={minDate}
            max={maxDate}
            onPick={(date) => onChange({ ...value, date })}
          />
        </Box>
        <Box className="grow">
          <MomentInput
            {...shared}
            id={`${id}-time`}
            mode="time"
            label={`${label}，时间`}
            value={value.time}
            onPick={(time) => onChange({ ...value, time })}
          />
        </Box>
      </Box>
    </FieldShell>
  );
}
