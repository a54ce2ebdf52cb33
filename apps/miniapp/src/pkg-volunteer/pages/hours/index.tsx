import type { HourRecordView } from '@xiaolin/shared-types/hours/schema';
import { useState } from 'react';
import { loadHourRecords, loadHourTotals } from '@/features/hours/api';
import { ComputationSheet } from '@/features/hours/ui/computation-sheet';
import { HistorySection } from '@/features/hours/ui/history-section';
import { HourSummary } from '@/features/hours/ui/hour-summary';
import { RecordCard } from '@/features/hours/ui/record-card';
import { usePageData } from '@/shared/api/use-page-data';
import { usePagedList } from '@/shared/api/use-paged-list';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { totalsWords } from '@/shared/i18n/zh-CN/service-totals';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { SectionHead } from '@/shared/ui/surfaces';

/** The ledger: what is confirmed, what waits, and how each minute came about. */
export default function HoursPage() {
  const totals = usePageData(loadHourTotals);
  const list = usePagedList(loadHourRecords);
  const [open, setOpen] = useState<HourRecordView | null>(null);
  const { items } = list;
  const problem = totals.problem ?? list.problem;
  const reload = () => void Promise.all([totals.reload(), list.reload()]);
  const loaded = totals.value !== null && items !== null;
  return (
    <Page title={hoursWords.title}>
      {loaded && <OfflineNote onRetry={reload} />}
      {!loaded && problem === null && <Skeleton shape="rows" count={4} />}
      {!loaded && problem !== null && (
        <LoadProblem
          problem={problem}
          title={hoursWords.failed}
          onRetry={reload}
          here={pagePaths.hours}
          whySignIn={hoursWords.noneWhy}
        />
      )}
      {totals.value !== null && items !== null && items.length > 0 && (
        <>
          <HourSummary totals={totals.value} />
          <Button
            block
            look="soft"
            icon="cert"
            href={pagePaths.certificates}
            onPress={() => void goTo(pagePaths.certificates)}
          >
            {hoursWords.toCertificates}
          </Button>
          <Box className="mt4">
            <Rows>
              <ListRow
                icon="chart"
                title={totalsWords.breakdown}
                note={totalsWords.breakdownNote}
                to={pagePaths.serviceTotals}
                last
              />
            </Rows>
          </Box>
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
      {loaded && items.length === 0 && (
        <EmptyState
          title={hoursWords.none}
          next={{ label: hoursWords.findShift, onPress: () => void goTo(pagePaths.volunteer) }}
        >
          {hoursWords.noneWhy}
        </EmptyState>
      )}
      {list.hasMore && (
        <Button block look="line" className="mt4" busy={list.loadingMore} onPress={() => void list.more()}>
          {hoursWords.more}
        </Button>
      )}
      {loaded && (
        <>
          <SectionHead>{hoursWords.help}</SectionHead>
          <Rows label={hoursWords.help}>
            <ListRow
              icon="plus"
              title={hoursWords.missing}
              note={hoursWords.missingNote}
              to={pagePaths.missingHours}
            />
            <ListRow
              icon="history"
              title={hoursWords.corrections}
              note={hoursWords.correctionsNote}
              to={pagePaths.corrections}
              last
            />
          </Rows>
        </>
      )}
      <ComputationSheet
        record={open}
        onClose={() => setOpen(null)}
        history={open === null ? null : <HistorySection recordId={open.id} />}
      />
    </Page>
  );
}
