import { REJECTION_REASONS, type RejectionReason } from '@xiaolin/shared-types/signups/schema';
import { useState } from 'react';
import { reviewingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { type Reason, rejectionOf } from '../reviewing';

interface RejectSheetProps {
  readonly names: readonly string[];
  /** Null when it was decided, else why not. */
  readonly onReject: (reason: Reason) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Nobody is turned down without a reason that they will see. */
export function RejectSheet({ names, onReject, onClose }: RejectSheetProps) {
  const [code, setCode] = useState<RejectionReason | null>(null);
  const [written, setWritten] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async () => {
    setTried(true);
    const reason = rejectionOf(code, written);
    if (reason === null || busy) return;
    setBusy(true);
    const refused = await onReject(reason);
    setBusy(false);
    setProblem(refused);
    if (refused === null) onClose();
  };

  return (
    <Sheet open title={words.rejectTitle(names.length)} onClose={onClose}>
      <Box className="t2 dim">{words.rejectTells(names.join('、'))}</Box>
      <ChooseOne
        id="reject-reason"
        question={words.why}
        error={tried && code === null ? words.whyMend : undefined}
        choices={REJECTION_REASONS.map((value) => ({ value, title: words.reasons[value] }))}
        value={code}
        onChange={setCode}
      />
      {code === 'other' && (
        <Field
          id="reject-words"
          label={words.words}
          hint={words.wordsHint}
          error={tried && written.trim() === '' ? words.wordsMend : undefined}
          maxLength={100}
          value={written}
          onChange={setWritten}
        />
      )}
      <Box role="alert">
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {problem}
          </Note>
        )}
      </Box>
      <Button block look="warm" className="mt6" busy={busy} onPress={() => void send()}>
        {words.reject}
      </Button>
    </Sheet>
  );
}
