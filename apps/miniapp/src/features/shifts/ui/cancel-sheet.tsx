import { useState } from 'react';
import { cancelWords } from '@/shared/i18n/zh-CN/shifts';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';

interface CancelSheetProps {
  readonly open: boolean;
  readonly roleName: string;
  readonly waiting: boolean;
  /** Sign-up is over: giving the place up is marked (志愿服务条例 art. 22). */
  readonly late: boolean;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Saying that one cannot come (志愿服务条例 art. 22 asks for it): what happens to whom, and room for a reason. */
export function CancelSheet({
  open,
  roleName,
  waiting,
  late,
  busy,
  problem,
  onConfirm,
  onClose,
}: CancelSheetProps) {
  // Kept while the sheet is shut: what was typed is not typed twice.
  const [reason, setReason] = useState('');
  return (
    <Confirm
      open={open}
      grave
      busy={busy}
      title={waiting ? cancelWords.leaveTitle : cancelWords.title}
      confirmLabel={waiting ? cancelWords.leaveConfirm : cancelWords.confirm}
      stayLabel={cancelWords.stay}
      onConfirm={() => onConfirm(waiting ? '' : reason.trim())}
      onClose={onClose}
      consequence={
        <Box>
          <Box>{waiting ? cancelWords.leaveConsequence : cancelWords.consequence(roleName)}</Box>
          {!waiting && <Box className="mt2">{late ? cancelWords.late : cancelWords.inTime}</Box>}
          {!waiting && (
            <Field
              id="cancel-reason"
              label={cancelWords.reason}
              hint={cancelWords.reasonHint}
              optional
              multiline
              maxLength={200}
              value={reason}
              onChange={setReason}
            />
          )}
          {problem !== null && (
            <Box role="alert" className="warm b mt2">
              {problem}
            </Box>
          )}
        </Box>
      }
    />
  );
}
