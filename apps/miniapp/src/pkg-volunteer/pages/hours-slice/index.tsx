import type { HourRecordView } from '@xiaolin/shared-types/hours/schema';
import { useCallback, useState } from 'react';
import { loadSlice } from '@/features/hours/api';
import { ComputationSheet } from '@/features/hours/ui/computation-sheet';
import { RecordCard } from '@/features/hours/ui/record-card';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { totalsWords as words } from '@/shared/i18n/zh-CN/service-totals';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { SectionHead } from '@/shared/ui/surfaces';

/** The records that one figure of the totals is made of. */
export default function HoursSlicePage() {
  const { year, unitId, categoryId, name } = useQuery();
  const load = useCallback(
    (page: PageQuery) => loadSlice({ year, unitId, categoryId }, page),
    [year, unitId, categoryId],
  );
  const list = usePagedList(load);
  const [open, setOpen] = useState<HourRecordView | null>(null);
  const { items, problem } = list;
  return (
    <Page title={words.sliceTitle} ownHeading>
      <Heading level={1} className="t4 mt1">
        {name ?? words.sliceTitle}
      </Heading>
      {items === null && problem === null && <Skeleton shape="rows" count={4} />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={hoursWords.failed}
          onRetry={() => void list.reload()}
          here={pagePaths.hours}
          whySignIn={hoursWords.noneWhy}
        />
      )}
      {items !== null && items.length === 0 && (
        <EmptyState
          title={words.sliceNone}
          next={{ label: hoursWords.title, onPress: () => void goTo(pagePaths.hours) }}
        />
      )}
      {items !== null && items.length > 0 && (
        <>
          <SectionHead>{hoursWords.records}</SectionHead>
          <Box className="x-cells">
            {items.map((record, at) => (
              <RecordCard
                key={record.id}
                record={record}
                last={at === items.length - 1}
                onHow={() => setOpen(record)}
                wrongPath={pagePaths.raise(record.id)}
              />
            ))}
          </Box>
        </>
      )}
      {list.hasMore && (
        <Button block look="line" className="mt4" busy={list.loadingMore} onPress={() => void list.more()}>
          {hoursWords.more}
        </Button>
      )}
      <ComputationSheet record={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
