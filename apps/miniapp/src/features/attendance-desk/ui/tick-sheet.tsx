import type { Direction, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import { useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import type { Failure } from '@/shared/api/failure';
import { deskWords, tickWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import type { TickIntent } from '../api';
import { reasonText, resultOfRefusal, type TickReason, tickReasons } from '../model';

interface TickSheetProps {
  readonly entry: ShiftRosterEntry | null;
  readonly way: Direction;
  readonly onTick: (body: TickIntent) => Promise<Failure | null>;
  readonly onClose: () => void;
}

/** A tick is the weakest way in: it says why, and the hour record carries a flag. */
export function TickSheet({ entry, way, onTick, onClose }: TickSheetProps) {
  const [reason, setReason] = useState<TickReason | null>(null);
  const [more, setMore] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  // One key for one wording: the same tick sent twice is done once, a mended one is another.
  const sent = useRef<TickIntent | null>(null);
  const [whose, setWhose] = useState<string | null>(null);
  // A reason given for one person must not end up on another's record.
  if (entry !== null && entry.personId !== whose) {
    setWhose(entry.personId);
    setReason(null);
    setMore('');
    setTried(false);
    setProblem(null);
  }
  if (entry === null) return null;

  const close = () => {
    setTried(false);
    setProblem(null);
    onClose();
  };
  const send = async () => {
    setTried(true);
    const words = reasonText(reason, more);
    if (words === null || busy) return;
    const wanted = { personId: entry.personId, direction: way, reason: words };
    if (!sent.current || !sameTick(sent.current, wanted))
      sent.current = { ...wanted, requestKey: newRequestKey() };
    setBusy(true);
    const refused = await onTick(sent.current);
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    setReason(null);
    setMore('');
    close();
  };

  const refusal = problem && resultOfRefusal(problem, way, null, new Date());
  return (
    <Sheet open title={words.title(entry.displayName, deskWords[way])} onClose={close}>
      <Box className="t2 dim">{words.note}</Box>
      <ChooseOne
        id="tick-reason"
        question={words.why}
        error={tried && reason === null ? words.whyMend : undefined}
        choices={tickReasons.map((value) => ({ value, title: words.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      <Field
        id="tick-more"
        label={words.more}
        hint={words.moreHint}
        optional={reason !== 'other'}
        error={tried && reason === 'other' && more.trim() === '' ? words.moreMend : undefined}
        maxLength={80}
        value={more}
        onChange={setMore}
      />
      <Box role="alert">
        {refusal && (
          <Note tone="warm" className="mt3">
            {`${refusal.lead}。${refusal.todo ?? ''}`}
          </Note>
        )}
      </Box>
      <Button block className="mt6" busy={busy} onPress={() => void send()}>
        {words.confirm[way]}
      </Button>
    </Sheet>
  );
}

const sameTick = (before: TickIntent, wanted: Omit<TickIntent, 'requestKey'>): boolean =>
  before.personId === wanted.personId &&
  before.direction === wanted.direction &&
  before.reason === wanted.reason;
