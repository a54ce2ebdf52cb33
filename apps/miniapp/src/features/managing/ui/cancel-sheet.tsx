import { useState } from 'react';
import { problemText } from '@/shared/i18n/problem-text';
import { managingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import { cancelActivity, type Managed } from '../api';
import { toldOnCancel } from '../model';

interface CancelSheetProps {
  readonly managed: Managed;
  readonly open: boolean;
  readonly onClose: () => void;
  /** @param told how many people were told */
  readonly onDone: (told: number) => void;
}

/** Calling an activity off: says first who will be told, and never goes without a reason. */
export function CancelSheet({ managed, open, onClose, onDone }: CancelSheetProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const told = toldOnCancel(managed.activity, managed.roles);

  const send = async () => {
    if (reason.trim() === '') {
      setError(words.cancelMend);
      return;
    }
    setBusy(true);
    const result = await cancelActivity(managed.activity.id, reason.trim());
    setBusy(false);
    if (result.ok) onDone(told);
    else setError(problemText(result.problem, new Date()));
  };

  return (
    <Confirm
      open={open}
      grave
      busy={busy}
      title={words.cancelTitle(managed.activity.draft.title)}
      confirmLabel={words.cancel}
      onConfirm={() => void send()}
      onClose={onClose}
      consequence={
        <Box>
          <Box className="b">{words.cancelTells(told)}</Box>
          <Box>{words.cancelFinal}</Box>
          <Field
            id="cancel-reason"
            label={words.cancelReason}
            hint={words.cancelHint}
            error={error}
            multiline
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
        </Box>
      }
    />
  );
}
