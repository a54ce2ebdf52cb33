import type { CampusStudent } from '@xiaolin/shared-types/students/schema';
import { useState } from 'react';
import { problemText } from '@/shared/i18n/problem-text';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import type { Students } from './use-students';
import { nameOf } from '../model';

interface RefuseSheetProps {
  readonly student: CampusStudent | null;
  readonly busy: boolean;
  readonly onDecide: Students['decide'];
  readonly onClose: () => void;
}

/** Rejecting, or taking a verification back: never without a reason that the student can read. */
export function RefuseSheet({ student, busy, onDecide, onClose }: RefuseSheetProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  if (student === null) return null;
  const waiting = student.state === 'waiting';
  const close = () => {
    setError(undefined);
    onClose();
  };
  const send = async () => {
    if (reason.trim() === '') return setError(words.reasonMend);
    const problem = await onDecide([student], waiting ? 'reject' : 'withdraw', reason.trim());
    if (problem !== null) return setError(problemText(problem, new Date()));
    setReason('');
    close();
  };
  return (
    <Confirm
      open
      grave
      busy={busy}
      title={(waiting ? words.rejectTitle : words.withdrawTitle)(nameOf(student))}
      confirmLabel={waiting ? words.reject : words.withdraw}
      onConfirm={() => void send()}
      onClose={close}
      consequence={
        <Box>
          {waiting ? words.rejectEffect : words.withdrawEffect}
          <Field
            id="refuse-reason"
            label={words.reason}
            hint={words.reasonHint}
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
