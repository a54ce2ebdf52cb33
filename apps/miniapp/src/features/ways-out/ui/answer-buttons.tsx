import { useState } from 'react';
import { wayOutWords as words } from '@/shared/i18n/zh-CN/ways-out';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';

interface AnswerButtonsProps {
  readonly id: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onAnswer: (agree: boolean, reason: string) => void;
}

/** Yes, or no with what is wrong about it. */
export function AnswerButtons({ id, yes, no, busy, onAnswer }: AnswerButtonsProps) {
  const [refusing, setRefusing] = useState(false);
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <Box>
      {refusing && (
        <Field
          id={`no-${id}`}
          label={words.disagreeReason}
          hint={words.disagreeConsequence}
          error={tried && reason.trim() === '' ? words.disagreeMend : undefined}
          maxLength={100}
          value={reason}
          onChange={setReason}
        />
      )}
      <Box className="row wrap mt3">
        {!refusing && (
          <Button look="soft" size="s" className="mr2 mt1" busy={busy} onPress={() => onAnswer(true, '')}>
            {yes}
          </Button>
        )}
        <Button
          look={refusing ? 'warm' : 'line'}
          size="s"
          className="mt1"
          busy={busy}
          onPress={() => {
            if (!refusing) return setRefusing(true);
            setTried(true);
            if (reason.trim() !== '') onAnswer(false, reason.trim());
          }}
        >
          {no}
        </Button>
      </Box>
    </Box>
  );
}
