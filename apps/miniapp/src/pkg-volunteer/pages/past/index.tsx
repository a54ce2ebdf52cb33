import { loadPastShifts } from '@/features/attendance/api';
import { ShiftRows } from '@/features/attendance/ui/shift-rows';
import { usePagedList } from '@/shared/api/use-paged-list';
import { attendanceWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';

/** Shifts that are over, latest first. */
export default function PastShiftsPage() {
  const now = useNow();
  const list = usePagedList(loadPastShifts);
  const { items, problem } = list;
  return (
    <Page title={attendanceWords.pastTitle}>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={attendanceWords.loadFailed}
          onRetry={() => void list.reload()}
          here={pagePaths.pastShifts}
        />
      )}
      {items?.length === 0 && (
        <EmptyState
          title={attendanceWords.noPast}
          next={{ label: attendanceWords.findShift, onPress: () => void goTo(pagePaths.volunteer) }}
        >
          {attendanceWords.noPastWhy}
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <ShiftRows label={attendanceWords.pastTitle} shifts={items} now={now} />
      )}
      {list.hasMore && (
        <Button block look="line" className="mt4" busy={list.loadingMore} onPress={() => void list.more()}>
          {attendanceWords.more}
        </Button>
      )}
    </Page>
  );
}
