import { useRef, useState } from 'react';
import { isPassing } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { managingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import { cancelOccurrence, type Managed } from '../api';

interface CancelRunSheetProps {
  readonly activity: Managed['activity'];
  readonly run: Managed['activity']['draft']['occurrences'][number];
  readonly when: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Calling one run off: the others, and a course that it is a date of, go on. */
export function CancelRunSheet({ activity, run, when, onClose, onDone }: CancelRunSheetProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const key = useRef<string | null>(null);
  const course = activity.draft.course !== null;

  const send = async () => {
    if (reason.trim() === '') {
      setError(words.cancelMend);
      return;
    }
    setBusy(true);
    key.current ??= newRequestKey();
    const result = await cancelOccurrence(activity.id, run.id, {
      requestKey: key.current,
      reason: reason.trim(),
    });
    setBusy(false);
    if (result.ok) return onDone();
    if (!isPassing(result.problem)) key.current = null;
    setError(result.problem.errors[0]?.message ?? problemText(result.problem, new Date()));
  };

  return (
    <Confirm
      open
      grave
      busy={busy}
      title={words.cancelRunTitle(when)}
      confirmLabel={words.cancelRun}
      onConfirm={() => void send()}
      onClose={onClose}
      consequence={
        <Box>
          <Box className="b">
            {course
              ? words.cancelDateTells(run.line.taken)
              : words.cancelTells(run.line.taken + run.line.waiting)}
          </Box>
          <Box>{words.cancelFinal}</Box>
          <Field
            id="cancel-run-reason"
            label={words.cancelReason}
            hint={words.cancelHint}
            error={error}
            multiline
            maxLength={200}
            value={reason}
            onChange={(value) => {
              key.current = null;
              setReason(value);
            }}
          />
        </Box>
      }
    />
  );
}
