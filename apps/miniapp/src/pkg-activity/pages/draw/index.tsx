import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { readDraw } from '@/features/lottery/api';
import { enteredWords, leadWords, numberWords } from '@/features/lottery/model';
import { usePageData } from '@/shared/api/use-page-data';
import { momentWords } from '@/shared/i18n/moments';
import { lotteryText as words } from '@/shared/i18n/zh-CN/lottery';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { Box, Heading, Words } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Card, Fact, Note } from '@/shared/ui/surfaces';
import { TitleWords } from '@/shared/ui/title-words';
import { useNow } from '@/shared/ui/use-now';
import { useShareAppMessage } from '@tarojs/taro';
import { useCallback } from 'react';
import { DrawList } from './draw-list';
import { ReplayBox } from './replay-box';
import { useOwnNumber } from './use-own-number';

export default function DrawPage() {
  const { id = '' } = useQuery();
  const load = useCallback(() => readDraw(id), [id]);
  const { value, problem, reload } = usePageData(load);
  useShareAppMessage(() => ({ title: value?.title ?? words.title, path: pagePaths.draw(id) }));
  return (
    <Page title={words.title} ownHeading={value !== null}>
      <OfflineNote onRetry={() => void reload()} />
      {value !== null && <Draw draw={value} />}
      {value === null && problem === null && <Skeleton shape="detail" />}
      {value === null && problem?.code === 'draw.unknown' && (
        <EmptyState
          title={words.gone}
          next={{ label: words.seeActivity, onPress: () => void goTo(pagePaths.activities) }}
        >
          {words.goneHint}
        </EmptyState>
      )}
      {value === null && problem !== null && problem.code !== 'draw.unknown' && (
        <LoadProblem
          title={words.failed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.draw(id)}
        />
      )}
    </Page>
  );
}

function Draw({ draw }: { readonly draw: DrawView }) {
  const now = useNow();
  const own = useOwnNumber(draw);
  return (
    <>
      <Heading level={1} className="t4 mt2">
        <TitleWords>{draw.title}</TitleWords>
      </Heading>
      <Box className="t2 dim mt1 num">{leadWords(draw, now)}</Box>
      {draw.drawn === null && <Box className="t2 b mt2 num">{enteredWords(draw)}</Box>}
      {own !== null && (
        <Note tone="accent" className="mt3">
          <Box className="b num">{`${words.mine} ${numberWords(own)}`}</Box>
          <Box>{words.mineNote}</Box>
        </Note>
      )}
      {draw.drawn !== null && <ReplayBox draw={draw} />}
      {draw.drawn !== null && <Outcome draw={draw} drawn={draw.drawn} />}
      {draw.drawn !== null && <DrawList draw={draw} pages={draw.drawn.pages} own={own} />}
      <Fair />
      <Numbers draw={draw} now={now} />
      <Box className="mt4">
        <Link to={pagePaths.activity(draw.activityId, draw.occurrenceId)} className="x-link">
          {words.seeActivity}
        </Link>
      </Box>
    </>
  );
}

function Outcome({
  draw,
  drawn,
}: {
  readonly draw: DrawView;
  readonly drawn: NonNullable<DrawView['drawn']>;
}) {
  return (
    <Card className="mt3">
      <Fact name={words.entries}>{words.entriesValue(draw.entries, draw.people)}</Fact>
      <Fact name={words.seats}>{words.seatsValue(drawn.seats)}</Fact>
      <Fact name={words.waitlist}>{words.waitlistValue(drawn.waitlistLimit)}</Fact>
    </Card>
  );
}

function Fair() {
  return (
    <Box as="section">
      <Heading level={2} className="t3 mt6">
        {words.fair}
      </Heading>
      {words.steps.map((step, index) => (
        <Box key={step} className="row row--top mt2">
          <Words className="b mr2 num">{`${index + 1}.`}</Words>
          <Box className="t2 grow">{step}</Box>
        </Box>
      ))}
    </Box>
  );
}

/** For whoever wants to compute it with tools of their own. */
function Numbers({ draw, now }: { readonly draw: DrawView; readonly now: Date }) {
  const elder = useElderMode();
  if (elder) return null;
  const rows: readonly (readonly [string, string])[] = [
    [words.fingerprint, draw.commitment],
    ...(draw.drawn === null
      ? []
      : ([
          [words.seed, draw.drawn.seed],
          [words.digest, draw.drawn.digest],
        ] as const)),
  ];
  return (
    <Box as="section">
      <Heading level={2} className="t3 mt6 k-gap-below">
        {words.numbers}
      </Heading>
      <Card>
        {rows.map(([name, value]) => (
          <Box key={name} className="mt1">
            <Box className="t1 dim">{name}</Box>
            <Box className="t1 num k-hash">{value}</Box>
          </Box>
        ))}
        <Box className="t1 quiet mt2">{words.fingerprintSince(momentWords(draw.committedAt, now))}</Box>
      </Card>
    </Box>
  );
}
