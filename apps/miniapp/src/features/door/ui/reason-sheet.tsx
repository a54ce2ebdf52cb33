import { useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { doorSheets as words } from '@/shared/i18n/zh-CN/door';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { reasonOf } from '../model';

interface ReasonSheetProps {
  readonly title: string;
  /** What follows from it, for whom. */
  readonly lead: string;
  readonly action: string;
  readonly grave?: boolean;
  /** By key; `other` asks for words. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Null when it was done, else why not. */
  readonly onReason: (reason: string, requestKey: string) => Promise<Failure | null>;
  readonly onClose: () => void;
}

/** An act that is kept with its reason. */
export function ReasonSheet({ title, lead, action, grave, reasons, onReason, onClose }: ReasonSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const key = useRef<{ reason: string; key: string } | null>(null);

  const send = async () => {
    setTried(true);
    const reason = reasonOf(reasons, chosen, written);
    if (reason === null || busy) return;
    if (key.current?.reason !== reason) key.current = { reason, key: newRequestKey() };
    setBusy(true);
    const refused = await onReason(reason, key.current.key);
    setBusy(false);
    setProblem(refused);
    if (refused === null) onClose();
  };

  return (
    <Sheet open title={title} onClose={onClose}>
      <Box className="t2 dim">{lead}</Box>
      <ChooseOne
        id="door-reason"
        question={words.reason}
        error={tried && chosen === null ? words.reasonMend : undefined}
        choices={Object.entries(reasons).map(([value, each]) => ({ value, title: each }))}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === 'other' && (
        <Field
          id="door-words"
          label={words.words}
          hint={words.wordsHint}
          error={tried && written.trim() === '' ? words.wordsMend : undefined}
          maxLength={100}
          value={written}
          onChange={setWritten}
        />
      )}
      <Box role="alert">
        {problem && (
          <Note tone="warm" className="mt3">
            {problemText(problem, new Date())}
          </Note>
        )}
      </Box>
      <Button block className="mt6" look={grave ? 'warm' : 'solid'} busy={busy} onPress={() => void send()}>
        {action}
      </Button>
    </Sheet>
  );
}
