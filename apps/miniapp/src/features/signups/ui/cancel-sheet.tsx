import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { problemText } from '@/shared/i18n/problem-text';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { Box } from '@/shared/ui/element';
import { Confirm, Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { givingUp } from '../model';
import type { Cancelling } from '../use-cancel';

/** Says what happens to whom before a place is given up. */
export function CancelSheet({ cancelling, now }: { readonly cancelling: Cancelling; readonly now: Date }) {
  const { signup, line, busy, problem, close, confirm } = cancelling;
  if (signup === null) return null;
  const { kind, consequence } = givingUp(signup, line, now);
  if (kind === 'started')
    return (
      <Sheet open title={words.detailTitle} onClose={close}>
        {consequence}
      </Sheet>
    );
  const say = sentences[kind === 'none' ? 'cancel' : kind];
  return (
    <Confirm
      open
      grave
      title={say.title(signup.title)}
      consequence={
        <>
          <Box>{consequence}</Box>
          {problem && (
            <Box role="alert">
              <Note tone="warm" className="mt3">
                {`${words.cancelFailed}：${problemText(problem, now)}`}
              </Note>
            </Box>
          )}
        </>
      }
      confirmLabel={say.confirm}
      stayLabel={say.stay}
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={close}
    />
  );
}

const sentences = {
  cancel: { title: words.cancelTitle, confirm: words.cancelConfirm, stay: words.stay },
  leave: { title: words.leaveTitle, confirm: words.leaveConfirm, stay: words.stayInLine },
  'leave-course': {
    title: coursesText.leaveTitle,
    confirm: coursesText.leaveConfirm,
    stay: coursesText.stay,
  },
  'leave-draw': { title: words.leaveDrawTitle, confirm: words.leaveDrawConfirm, stay: words.stayInDraw },
  withdraw: { title: words.withdrawTitle, confirm: words.withdrawConfirm, stay: words.keepApplying },
} as const;

/** How giving up ended, for a live note. */
export function doneWords(status: SignupStatus, before: SignupStatus | undefined): string {
  if (before === 'pending-review') return words.withdrawn;
  if (before === 'in-draw') return words.leftDraw;
  if (before !== undefined && before !== 'confirmed') return words.left;
  return status === 'cancelled-late' ? words.cancelledLate : words.cancelled;
}
