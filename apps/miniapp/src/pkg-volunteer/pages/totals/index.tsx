import { loadServiceTotals } from '@/features/service-totals/api';
import { Slices } from '@/features/service-totals/ui/slices';
import { Stars } from '@/features/service-totals/ui/stars';
import { usePageData } from '@/shared/api/use-page-data';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { totalsWords as words } from '@/shared/i18n/zh-CN/service-totals';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import './index.css';

/** Stars, and the minutes by year, recording unit and category; each figure opens to its records. */
export default function TotalsPage() {
  const { value, problem, reload } = usePageData(loadServiceTotals);
  return (
    <Page title={words.breakdown}>
      {value === null && problem === null && <Skeleton shape="rows" count={4} />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          onRetry={() => void reload()}
          here={pagePaths.serviceTotals}
          whySignIn={hoursWords.noneWhy}
        />
      )}
      {value !== null && value.total.records === 0 && (
        <EmptyState
          title={hoursWords.none}
          next={{ label: hoursWords.findShift, onPress: () => void goTo(pagePaths.volunteer) }}
        >
          {hoursWords.noneWhy}
        </EmptyState>
      )}
      {value !== null && value.total.records > 0 && (
        <>
          <OfflineNote onRetry={() => void reload()} />
          <Stars totals={value} />
          <Slices totals={value} />
          <Box className="mt6">
            <Rows>
              <ListRow
                icon="chart"
                title={words.ranking}
                note={words.rankingNote}
                to={pagePaths.ranking}
                last
              />
            </Rows>
          </Box>
        </>
      )}
    </Page>
  );
}
