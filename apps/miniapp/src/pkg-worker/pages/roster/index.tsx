import { useReachBottom } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { loadActivity, loadRoster } from '@/features/rosters/api';
import { FILTERS, type RosterFilter } from '@/features/rosters/model';
import { Roster } from '@/features/rosters/ui/roster';
import { usePageData } from '@/shared/api/use-page-data';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { spanWords } from '@/shared/i18n/moments';
import { rosterWords as words } from '@/shared/i18n/zh-CN/managing';
import { useQuery } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { paths } from '../../parts/paths';

const filters = FILTERS.map((value) => ({ value, label: words.filters[value] }));

/** Who comes to one run, and who waits. */
export default function RosterPage() {
  const { activityId = '', occurrenceId = '' } = useQuery();
  const [filter, setFilter] = useState<RosterFilter>('all');
  const activity = usePageData(useCallback(() => loadActivity(activityId), [activityId]));
  const run = activity.value?.draft.occurrences.find(({ id }) => id === occurrenceId);
  const now = useNow();
  return (
    <Page
      title={words.title}
      ownHeading={activity.value !== null}
      wide
      bottom={<StaffBar current="activities" />}
    >
      {activity.value !== null && (
        <Heading level={1} className="t3 mt1">
          {activity.value.draft.title}
        </Heading>
      )}
      {run !== undefined && (
        <>
          <Box className="t2 dim num">{spanWords(run.startsAt, run.endsAt, now)}</Box>
          <Box className="t2 num">{words.count(run.line.taken, run.line.capacity, run.line.waiting)}</Box>
        </>
      )}
      <Box className="mt3">
        <SegmentedControl<RosterFilter>
          label={words.filter}
          options={filters}
          value={filter}
          onChange={setFilter}
        />
      </Box>
      <Box className="mt3">
        <People key={filter} activityId={activityId} occurrenceId={occurrenceId} filter={filter} now={now} />
      </Box>
    </Page>
  );
}

interface PeopleProps {
  readonly activityId: string;
  readonly occurrenceId: string;
  readonly filter: RosterFilter;
  readonly now: Date;
}

function People({ activityId, occurrenceId, filter, now }: PeopleProps) {
  const list = usePagedList(
    useCallback((page: PageQuery) => loadRoster(occurrenceId, filter, page), [occurrenceId, filter]),
  );
  useReachBottom(() => void list.more());
  if (list.items === null && list.problem === null) return <Skeleton shape="rows" />;
  if (list.items === null && list.problem !== null)
    return (
      <LoadProblem
        problem={list.problem}
        title={words.failed}
        here={paths.roster(activityId, occurrenceId)}
        onRetry={() => void list.reload()}
      />
    );
  const entries = list.items ?? [];
  if (entries.length === 0) return <EmptyState title={words.none[filter]}>{words.noneWhy}</EmptyState>;
  return (
    <>
      <Roster entries={entries} now={now} />
      {list.hasMore && (
        <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
