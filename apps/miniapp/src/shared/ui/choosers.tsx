import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { Icon } from './icon';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
}

interface OneOfProps<Value extends string> {
  /** Name of the group for screen readers. */
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two to four ways to look at the same thing. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
}: OneOfProps<Value>) {
  return (
    <Box className="x-seg" role="group" label={label}>
      {options.map((option) => (
        <Action
          key={option.value}
          className={classNames('x-seg__i', option.value === value && 'x-seg__i--on')}
          pressed={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Action>
      ))}
    </Box>
  );
}

/** One of many, sideways (elder mode: wrapped). */
export function Chips<Value extends string>({ label, options, value, onChange }: OneOfProps<Value>) {
  return (
    <Box className="x-chips" role="group" label={label}>
      {options.map((option) => (
        <Action
          key={option.value}
          className={classNames('x-chip', option.value === value && 'x-chip--on')}
          pressed={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </Action>
      ))}
    </Box>
  );
}

interface FilterChipProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A filter that is on or off: 只看有名额. */
export function FilterChip({ label, on, onChange }: FilterChipProps) {
  return (
    <Action className={classNames('x-chip', on && 'x-chip--tick')} pressed={on} onPress={() => onChange(!on)}>
      {on && <Icon name="check" />}
      {label}
    </Action>
  );
}

export interface StripDay {
  /** ISO date: the value. */
  readonly date: string;
  /** 今天, 周二 … */
  readonly weekday: string;
  /** Day of the month. */
  readonly day: string;
  /** How many that day: drawn as up to three dots, and said. */
  readonly count: number;
}

interface DateStripProps {
  readonly label: string;
  readonly days: readonly StripDay[];
  readonly value: string | null;
  readonly onChange: (date: string) => void;
}

export function DateStrip({ label, days, value, onChange }: DateStripProps) {
  return (
    <Box className={classNames('x-strip', days.length > 7 && 'x-strip--long')} role="group" label={label}>
      {days.map(({ date, weekday, day, count }) => (
        <Action
          key={date}
          className={classNames('x-day', date === value && 'x-day--on', count === 0 && 'x-day--none')}
          pressed={date === value}
          label={`${weekday} ${day}日，${count === 0 ? '没有活动' : `${count}场`}`}
          onPress={() => onChange(date)}
        >
          <Box as="span" className="k-block">
            {weekday}
          </Box>
          <Box as="span" className="x-day__n">
            {day}
          </Box>
          <Box as="span" className="x-day__m">
            {Array.from({ length: Math.min(3, count) }, (_, dot) => (
              <Box as="span" key={dot} className="x-day__d" />
            ))}
          </Box>
        </Action>
      ))}
    </Box>
  );
}
