import { useCallback, useState } from 'react';
import { usePagedList, type PageQuery } from '@/shared/api/use-paged-list';
import { shiftWords } from '@/shared/i18n/zh-CN/shifts';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { usePreferences } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { FilterChip } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { loadShifts } from '../api';
import { ShiftList } from './shift-list';

/** Shifts that want people, of the whole district or of the community the person has chosen. */
export function Recruiting({ now }: { readonly now: Date }) {
  const home = usePreferences((state) => state.organization);
  const [onlyHome, setOnlyHome] = useState(false);
  const organizationId = onlyHome && home !== null ? home.id : null;
  const load = useCallback((page: PageQuery) => loadShifts(organizationId, page), [organizationId]);
  const list = usePagedList(load);
  const { items, problem } = list;
  return (
    <Box>
      {home !== null && (
        <Box className="row mt3">
          <FilterChip label={shiftWords.onlyHere(home.name)} on={onlyHome} onChange={setOnlyHome} />
        </Box>
      )}
      {items !== null && <OfflineNote onRetry={() => void list.reload()} />}
      {items === null && problem === null && <Skeleton shape="rows" count={4} />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={shiftWords.loadFailed}
          onRetry={() => void list.reload()}
          here={pagePaths.volunteer}
        />
      )}
      {items?.length === 0 && (
        <NoShifts
          home={organizationId === null ? null : (home?.name ?? null)}
          onAll={() => setOnlyHome(false)}
        />
      )}
      {items !== null && items.length > 0 && <ShiftList shifts={items} now={now} />}
      {list.hasMore && (
        <Button block look="line" className="mt4" busy={list.loadingMore} onPress={() => void list.more()}>
          {shiftWords.more}
        </Button>
      )}
    </Box>
  );
}

function NoShifts({ home, onAll }: { readonly home: string | null; readonly onAll: () => void }) {
  if (home !== null)
    return (
      <EmptyState
        title={shiftWords.noShiftsHere(home)}
        next={{ label: shiftWords.everywhere, onPress: onAll }}
      >
        {shiftWords.noShiftsHereWhy}
      </EmptyState>
    );
  return (
    <EmptyState
      title={shiftWords.noShifts}
      next={{ label: shiftWords.activities, onPress: () => void goTo(pagePaths.activities) }}
    >
      {shiftWords.noShiftsWhy}
    </EmptyState>
  );
}
