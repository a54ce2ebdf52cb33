import type { RankingPeriod, RankingView } from '@xiaolin/shared-types/rankings/schema';
import { useCallback, useState } from 'react';
import { readMe } from '@/features/people/api';
import { loadConsent, loadRanking } from '@/features/ranking/api';
import { ConsentSwitch } from '@/features/ranking/ui/consent';
import { RankingList } from '@/features/ranking/ui/ranking-list';
import { usePageData } from '@/shared/api/use-page-data';
import { dayInFull } from '@/shared/i18n/moments';
import { rankingWords as words } from '@/shared/i18n/zh-CN/students';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';

/** The ranking of one's own school: for those who agreed, and for nobody else to be found in. */
export default function RankingPage() {
  const [period, setPeriod] = useState<RankingPeriod>('year');
  const load = useCallback(() => loadRanking(period), [period]);
  const ranking = usePageData(load);
  const consent = usePageData(loadConsent);
  const me = usePageData(readMe);
  const { value } = ranking;
  const problem = ranking.problem ?? consent.problem ?? me.problem;
  const reload = () => void Promise.all([ranking.reload(), consent.reload(), me.reload()]);
  return (
    <Page title={words.title}>
      {value === null && problem === null && <Skeleton shape="rows" count={5} />}
      {value === null && problem !== null && (
        <LoadProblem
          title={words.failed}
          problem={problem}
          onRetry={reload}
          here={pagePaths.ranking}
          whySignIn={words.signIn}
        />
      )}
      {value !== null && (
        <>
          <OfflineNote onRetry={reload} />
          <Shown ranking={value} period={period} onPeriod={setPeriod} />
          {value.state !== 'no-campus' && consent.value !== null && me.value !== null && (
            <ConsentSwitch consent={consent.value.consent} name={me.value.displayName} onChanged={reload} />
          )}
        </>
      )}
    </Page>
  );
}

interface ShownProps {
  readonly ranking: RankingView;
  readonly period: RankingPeriod;
  readonly onPeriod: (period: RankingPeriod) => void;
}

function Shown({ ranking, period, onPeriod }: ShownProps) {
  if (ranking.state === 'no-campus')
    return (
      <EmptyState
        title={words.noCampus}
        next={{ label: words.toStudent, onPress: () => void goTo(pagePaths.student) }}
      >
        {words.noCampusWhy}
      </EmptyState>
    );
  return (
    <>
      <Box className="t2 b mt2">{words.scope(ranking.universityName ?? '', ranking.schoolName)}</Box>
      <Box className="mt3">
        <SegmentedControl<RankingPeriod>
          label={words.period}
          options={(['year', 'month'] as const).map((value) => ({ value, label: words.periods[value] }))}
          value={period}
          onChange={onPeriod}
        />
      </Box>
      <Box className="t1 dim num mt2">{words.fromTo(dayInFull(ranking.from), dayInFull(ranking.to))}</Box>
      {ranking.state === 'too-few' ? (
        <Note className="mt3">
          <Box className="b">{words.tooFew}</Box>
          <Box>{words.tooFewWhy(ranking.least)}</Box>
        </Note>
      ) : (
        <RankingList ranking={ranking} />
      )}
    </>
  );
}
