import { clockWords } from '@/shared/i18n/moments';
import { deskWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Box, MomentInput } from '@/shared/ui/element';
import { describedBy, FieldShell } from '@/shared/ui/fields';

interface ShiftTimesProps {
  readonly shift: { readonly shiftStartsAt: string; readonly shiftEndsAt: string };
  readonly from: string;
  readonly to: string;
  readonly error?: string;
  readonly onChange: (times: { readonly from: string; readonly to: string }) => void;
}

/** From when to when somebody was there, within the shift. */
export function ShiftTimes({ shift, from, to, error, onChange }: ShiftTimesProps) {
  const hint = words.timesHint(clockWords(shift.shiftStartsAt), clockWords(shift.shiftEndsAt));
  const field = (id: string, label: string, value: string, pick: (value: string) => void) => (
    <Box className="grow mr2">
      <FieldShell id={id} label={label} hint={hint} error={error}>
        <MomentInput
          id={id}
          mode="time"
          label={label}
          className={error === undefined ? 'x-input' : 'x-input x-input--err'}
          value={value}
          describedBy={describedBy(id, hint, error)}
          invalid={error !== undefined}
          onPick={pick}
        />
      </FieldShell>
    </Box>
  );
  return (
    <Box className="row row--top k-moment">
      {field('time-from', words.from, from, (next) => onChange({ from: next, to }))}
      {field('time-to', words.to, to, (next) => onChange({ from, to: next }))}
    </Box>
  );
}
