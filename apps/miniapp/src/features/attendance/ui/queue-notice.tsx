import { attendanceWords, queueWords, scanWords } from '@/shared/i18n/zh-CN/attendance';
import { clockWords } from '@/shared/i18n/moments';
import { useOnline } from '@/shared/platform/network';
import { pagePaths } from '@/shared/platform/page-paths';
import { Action, Box, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Note } from '@/shared/ui/surfaces';
import { drainScans, useMyScans } from '../queue';

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
      {unseenEnds.length > 0 && (
        <Box className="mt3">
          <Rows>
            {unseenEnds.map(({ key, end, deviceTime }, at) => {
              const recorded = end?.kind === 'recorded' ? end.outcome : null;
              return (
                <ListRow
                  key={key}
                  icon={recorded ? 'check' : 'alert'}
                  iconTone={recorded ? 'ok' : 'warm'}
                  title={
                    recorded
                      ? queueWords.recorded(recorded.activityTitle, scanWords.title[recorded.direction])
                      : queueWords.refused
                  }
                  note={recorded ? clockWords(deviceTime) : `${clockWords(deviceTime)}，${queueWords.seeWhy}`}
                  to={pagePaths.scan({ scan: key })}
                  last={at === unseenEnds.length - 1}
                />
              );
            })}
          </Rows>
        </Box>
      )}
    </Box>
  );
}
