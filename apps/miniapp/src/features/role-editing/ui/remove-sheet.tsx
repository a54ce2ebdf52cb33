import { useState } from 'react';
import type { Result } from '@/shared/api/failure';
import { useIntent } from '@/shared/api/use-intent';
import { problemText } from '@/shared/i18n/problem-text';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';

interface RemoveSheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  /** Who hears of it. */
  readonly people: number;
  readonly send: (requestKey: string, reason: string) => Promise<Result<{ readonly told: number }>>;
  readonly onDone: (told: number) => void;
  readonly onClose: () => void;
}

/** Taking away: says who will hear of it, and never without a reason. */
export function RemoveSheet({ open, title, confirmLabel, people, send, onDone, onClose }: RemoveSheetProps) {
  const intent = useIntent();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const go = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const removed = await intent.run(reason.trim(), (key) => send(key, reason.trim()));
    if (removed !== null) onDone(removed.told);
  };
  return (
    <Confirm
      open={open}
      grave
      busy={intent.busy}
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={() => void go()}
      onClose={onClose}
      consequence={
        <Box>
          {words.removeConsequence(people)}
          <Field
            id="remove-reason"
            label={words.removeReason}
            error={tried && reason.trim() === '' ? words.removeMend : undefined}
            multiline
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          {intent.problem !== null && (
            <Box role="alert" className="warm b mt2">
              {problemText(intent.problem, new Date())}
            </Box>
          )}
        </Box>
      }
    />
  );
}
