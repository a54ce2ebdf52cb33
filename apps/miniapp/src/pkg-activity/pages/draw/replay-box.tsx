import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { replayWords } from '@/features/lottery/model';
import { type Replaying, useReplay } from '@/features/lottery/use-replay';
import { problemText } from '@/shared/i18n/problem-text';
import { lotteryText as words } from '@/shared/i18n/zh-CN/lottery';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';

/** Anybody draws again, on their own device, and is told whether it comes to the same. */
export function ReplayBox({ draw }: { readonly draw: DrawView }) {
  const { state, start } = useReplay(draw);
  const busy = state.kind === 'reading' || state.kind === 'drawing';
  return (
    <Box className="mt4">
      <Button block busy={busy} onPress={() => void start()}>
        {state.kind === 'done' ? words.replayAgain : words.replay}
      </Button>
      <LiveNote>
        <Said state={state} entries={draw.entries} />
      </LiveNote>
    </Box>
  );
}

function Said({ state, entries }: { readonly state: Replaying; readonly entries: number }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <Box className="t1 dim mt2 num">{words.reading(state.page, state.of)}</Box>;
    case 'drawing':
      return <Box className="t1 dim mt2">{words.drawing}</Box>;
    case 'failed':
      return (
        <Note tone="warm" className="mt3">
          {`${words.replayFailed}：${problemText(state.problem, new Date())}`}
        </Note>
      );
    case 'done':
      return (
        <Note tone={state.replay.same ? 'ok' : 'warm'} className="mt3" large>
          <Box className="b">{state.replay.same ? words.same : words.different}</Box>
          <Box className="num">{replayWords(state.replay, entries)}</Box>
        </Note>
      );
  }
}
