import { useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import { momentWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { promotingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { promote } from '../api';
import { partiesIn } from '../promoting';

interface PromoteSheetProps {
  readonly occurrenceId: string;
  readonly open: boolean;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Asking the next in line by hand: how many, strictly in order; seats that are missing are added. */
export function PromoteSheet({ occurrenceId, open, onDone, onClose }: PromoteSheetProps) {
  const [written, setWritten] = useState('1');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // One key for one number: sent again after a lost answer, nobody is asked twice.
  const intent = useRef<{ parties: number; requestKey: string } | null>(null);
  const parties = partiesIn(written);

  const send = async () => {
    if (parties === null || busy) return;
    if (intent.current?.parties !== parties) intent.current = { parties, requestKey: newRequestKey() };
    setBusy(true);
    const result = await promote(occurrenceId, intent.current);
    setBusy(false);
    setProblem(result.ok ? null : problemText(result.problem, new Date()));
    if (!result.ok) return;
    intent.current = null;
    const { offered, offerUntil, capacity } = result.value;
    onDone(words.done(offered.length, momentWords(offerUntil, new Date()), capacity));
  };

  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Box className="t2 dim">{words.lead}</Box>
      <Field
        id="promote-parties"
        label={words.parties}
        hint={words.hint}
        type="digit"
        error={parties === null ? words.mend : undefined}
        maxLength={2}
        value={written}
        onChange={setWritten}
      />
      <Box role="alert">
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {problem}
          </Note>
        )}
      </Box>
      <Button block className="mt6" busy={busy} onPress={() => void send()}>
        {words.send(parties)}
      </Button>
    </Sheet>
  );
}
