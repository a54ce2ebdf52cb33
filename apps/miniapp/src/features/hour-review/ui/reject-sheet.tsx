import { useState } from 'react';
import { problemText } from '@/shared/i18n/problem-text';
import { reviewWords as words } from '@/shared/i18n/zh-CN/hour-review';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import type { ReviewRecord } from '../api';
import type { Review } from './use-review';

interface RejectSheetProps {
  readonly record: ReviewRecord | null;
  readonly onReject: Review['reject'];
  readonly onClose: () => void;
}

/** Refusing a record: never without a reason that its volunteer can read. */
export function RejectSheet({ record, onReject, onClose }: RejectSheetProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  if (record === null) return null;

  const close = () => {
    setError(undefined);
    onClose();
  };
  const send = async () => {
    if (reason.trim() === '') {
      setError(words.rejectMend);
      return;
    }
    setBusy(true);
    const problem = await onReject(record, reason.trim());
    setBusy(false);
    if (problem !== null) {
      setError(problemText(problem, new Date()));
      return;
    }
    setReason('');
    close();
  };

  return (
    <Confirm
      open
      grave
      busy={busy}
      title={words.rejectTitle(record.personName)}
      confirmLabel={words.reject}
      onConfirm={() => void send()}
      onClose={close}
      consequence={
        <Box>
          {words.rejectConsequence}
          <Field
            id="reject-reason"
            label={words.rejectReason}
            hint={words.rejectHint}
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
