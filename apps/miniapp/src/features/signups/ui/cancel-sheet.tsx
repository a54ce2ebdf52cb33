import { problemText } from '@/shared/i18n/problem-text';
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
  const leaving = kind === 'leave';
  return (
    <Confirm
      open
      grave
      title={leaving ? words.leaveTitle(signup.title) : words.cancelTitle(signup.title)}
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
      confirmLabel={leaving ? words.leaveConfirm : words.cancelConfirm}
      stayLabel={leaving ? words.stayInLine : words.stay}
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={close}
    />
  );
}

/** How giving up ended, for a live note. */
export const doneWords = (status: string, wasWaiting: boolean): string =>
  wasWaiting ? words.left : status === 'cancelled-late' ? words.cancelledLate : words.cancelled;
