import { attendanceWords, queueWords, scanWords } from '@/shared/i18n/zh-CN/attendance';
import { clockWords } from '@/shared/i18n/moments';
import { useOnline } from '@/shared/platform/network';
import { pagePaths } from '@/shared/platform/page-paths';
import { Action, Box, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Note } from '@/shared/ui/surfaces';
import { drainScans, scanQueue, useMyScans } from '../queue';
import type { QueuedScan } from '../scan-queue';

/** Scans on their way, and how those that went by themselves ended. */
export function QueueNotice() {
  const online = useOnline();
  const { waiting, unseenEnds } = useMyScans();
  return (
    <Box role="status">
      {!online && waiting.length === 0 && (
        <Note tone="accent" icon="offline" className="mt3">
          {attendanceWords.noNetwork}
        </Note>
      )}
      {waiting.length > 0 && (
        <Box className="x-note x-note--accent mt3 row">
          <Icon name="offline" />
          <Words className="grow">{`${queueWords.waiting(waiting.length)}。${queueWords.waitingNote}`}</Words>
          {online && (
            <Action className="b k-inline-act" onPress={() => void drainScans()}>
              {queueWords.sendNow}
            </Action>
          )}
        </Box>
      )}
      {unseenEnds.length > 0 && <Ends ends={unseenEnds} />}
    </Box>
  );
}

/** Listed at most: the rest is one number. */
const shownEnds = 4;

/** What became of each scan that left by itself. */
function Ends({ ends }: { readonly ends: readonly QueuedScan[] }) {
  const shown = ends.slice(0, shownEnds);
  return (
    <Box className="mt3">
      <Rows>
        {shown.map((scan, at) => (
          <EndRow key={scan.key} scan={scan} last={at === shown.length - 1} />
        ))}
      </Rows>
      {ends.length > 1 && (
        <Box className="row row--between mt1">
          <Box className="t1 dim">
            {ends.length > shownEnds ? queueWords.more(ends.length - shownEnds) : ''}
          </Box>
          <Action
            className="x-link"
            onPress={() => scanQueue.store.getState().markSeen(ends.map(({ key }) => key))}
          >
            {queueWords.allSeen}
          </Action>
        </Box>
      )}
    </Box>
  );
}

function EndRow({ scan, last }: { readonly scan: QueuedScan; readonly last: boolean }) {
  const { key, end, deviceTime } = scan;
  const clock = clockWords(deviceTime);
  if (end?.kind === 'recorded') {
    const { activityTitle, direction, late } = end.outcome;
    return (
      <ListRow
        icon="check"
        iconTone="ok"
        title={queueWords.recorded(activityTitle, scanWords.title[direction])}
        note={late ? `${clock}，${queueWords.late}` : clock}
        to={pagePaths.scan({ scan: key })}
        last={last}
      />
    );
  }
  const held = end?.kind === 'held';
  return (
    <ListRow
      icon={held ? 'clock' : 'alert'}
      iconTone={held ? 'accent' : 'warm'}
      title={held ? queueWords.held : queueWords.refused}
      note={held ? clock : `${clock}，${queueWords.seeWhy}`}
      to={pagePaths.scan({ scan: key })}
      last={last}
    />
  );
}
