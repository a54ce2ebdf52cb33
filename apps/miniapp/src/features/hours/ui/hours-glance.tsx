import { usePageData } from '@/shared/api/use-page-data';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { loadHourTotals } from '../api';
import { HourSummary } from './hour-summary';

interface HoursGlanceProps {
  readonly onFindShift: () => void;
}

/** The totals, and the way to the ledger. */
export function HoursGlance({ onFindShift }: HoursGlanceProps) {
  const { value, problem, reload } = usePageData(loadHourTotals);
  if (value === null)
    return problem === null ? (
      <Skeleton shape="rows" count={2} />
    ) : (
      <LoadProblem
        problem={problem}
        title={hoursWords.failed}
        onRetry={() => void reload()}
        here={pagePaths.volunteer}
        whySignIn={hoursWords.noneWhy}
      />
    );
  if (value.records === 0)
    return (
      <EmptyState title={hoursWords.none} next={{ label: hoursWords.findShift, onPress: onFindShift }}>
        {hoursWords.noneWhy}
      </EmptyState>
    );
  return (
    <Box className="mt3">
      <OfflineNote />
      <HourSummary totals={value} />
      <Button block look="soft" href={pagePaths.hours} onPress={() => void goTo(pagePaths.hours)}>
        {hoursWords.open}
      </Button>
      <Button
        block
        look="line"
        icon="cert"
        className="mt2"
        href={pagePaths.certificates}
        onPress={() => void goTo(pagePaths.certificates)}
      >
        {hoursWords.toCertificates}
      </Button>
    </Box>
  );
}
