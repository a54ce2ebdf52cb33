import type { MissingOut } from '@xiaolin/shared-types/attendance/ways-out';
import { useState } from 'react';
import { momentWords, plainClockWords } from '@/shared/i18n/moments';
import { wayOutWords as words } from '@/shared/i18n/zh-CN/ways-out';
import { Button } from '@/shared/ui/button';
import { DateTimeField } from '@/shared/ui/date-time-field';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { outOf, wallClockOf } from '../model';

interface ProposeFormProps {
  readonly stay: MissingOut;
  readonly now: Date;
  readonly busy: boolean;
  readonly sendLabel: string;
  /** The one thing to do on the screen. */
  readonly main: boolean;
  readonly onSend: (outAt: string, reason: string) => void;
}

/** When somebody left, and why nobody scanned it. It begins with the planned end, which is the latest. */
export function ProposeForm({ stay, now, busy, sendLabel, main, onSend }: ProposeFormProps) {
  const [time, setTime] = useState(() => wallClockOf(stay.endsAt));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const id = `${stay.shiftId}-${stay.personId}`;
  const outAt = outOf(stay, time);
  return (
    <Box>
      <Box className="t1 dim num mt1">
        {`${words.in(momentWords(stay.inAt, now))}，${words.planned(plainClockWords(stay.endsAt))}`}
      </Box>
      <DateTimeField
        id={`out-${id}`}
        label={words.time}
        error={tried && outAt === null ? words.timeMend : undefined}
        value={time}
        onChange={setTime}
        minDate={wallClockOf(stay.inAt).date}
        maxDate={wallClockOf(stay.endsAt).date}
      />
      <Field
        id={`why-${id}`}
        label={words.reason}
        hint={words.reasonHint}
        error={tried && reason.trim() === '' ? words.reasonMend : undefined}
        maxLength={100}
        value={reason}
        onChange={setReason}
      />
      <Button
        block
        look={main ? 'solid' : 'soft'}
        className="mt4"
        busy={busy}
        onPress={() => {
          setTried(true);
          if (outAt !== null && reason.trim() !== '') onSend(outAt, reason.trim());
        }}
      >
        {sendLabel}
      </Button>
    </Box>
  );
}
