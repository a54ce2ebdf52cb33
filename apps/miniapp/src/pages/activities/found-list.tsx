import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import { listOccurrences, type ListFilter } from '@/features/activities/api';
import { dayHeading, groupByDay } from '@/features/activities/model';
import { listChoice } from '@/features/activities/store';
import { DayList } from '@/features/activities/ui/day-list';
import { usePagedList } from '@/shared/api/use-paged-list';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { pagePaths } from '@/shared/platform/page-paths';
import { scrollToTop } from '@/shared/platform/navigation';
import { useElderMode } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { FilterChip } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Skeleton } from '@/shared/ui/states';
import { useReachBottom } from '@tarojs/taro';
import { useCallback } from 'react';
import { FullThatDay } from './full-that-day';
import { NothingFound } from './nothing-found';

/** WeChat's audit allows under 1000 nodes on a page, about 16 a line: after so many lines the list starts anew. */
const MOST_LINES = 54;

export interface FoundListProps {
  readonly filter: ListFilter & { readonly from: string };
  readonly now: Date;
}

/** Mounted anew for each filter, so that no line of an earlier question stays. */
export function FoundList({ filter, now }: FoundListProps) {
  const load = useCallback(
    (page: { cursor?: string; limit?: string }) => listOccurrences(filter, page),
    // The parent gives a new key with each new filter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const { items, problem, hasMore, loadingMore, more, reload } = usePagedList(load);
  const room = (items?.length ?? 0) < MOST_LINES;
  useReachBottom(() => {
    if (hasMore && room) void more();
  });
  if (items === null)
    return problem === null ? (
      <Box className="mt4">
        <Skeleton />
      </Box>
    ) : (
      <LoadProblem
        title={words.listFailed}
        problem={problem}
        onRetry={() => void reload()}
        here={pagePaths.activities}
      />
    );
  return (
    <>
      <Days items={items} filter={filter} now={now} />
      {hasMore && (
        <Box className="mt4">
          <Button
            block
            look="line"
            busy={loadingMore}
            onPress={() => (room ? void more() : startFrom(items))}
          >
            {loadingMore ? words.loadingMore : words.more}
          </Button>
        </Box>
      )}
      {!hasMore && items.length > 0 && <Box className="t1 quiet mt4 k-centre">{words.listEnd}</Box>}
    </>
  );
}

/** Goes on from the last day that is shown, which may be shown in part only. */
const startFrom = (items: readonly OccurrenceCard[]): void => {
  const groups = groupByDay(items, new Date());
  const last = groups[groups.length - 1];
  if (last === undefined) return;
  listChoice.getState().choose({ day: last.day });
  scrollToTop();
};

interface DaysProps extends FoundListProps {
  readonly items: readonly OccurrenceCard[];
}

function Days({ items, filter, now }: DaysProps) {
  const elder = useElderMode();
  const groups = groupByDay(items, now);
  const [first] = groups;
  const onThatDay = first?.day === filter.from;
  const seatsOnly = elder ? undefined : (
    <FilterChip
      label={words.onlyWithSeats}
      on={filter.hasSeats ?? false}
      onChange={(onlyWithSeats) => listChoice.getState().choose({ onlyWithSeats })}
    />
  );
  const fullOnes = filter.hasSeats && <FullThatDay filter={filter} now={now} />;
  const narrowed = Boolean(filter.q || filter.categoryId || filter.hasSeats);
  if (items.length === 0 || (!onThatDay && !elder && Boolean(filter.q)))
    return (
      <>
        {!elder && (
          <Box className="row row--between k-day__h mt4">
            <Heading level={2} className="t2 b num">
              {dayHeading(filter.from, now)}
            </Heading>
            {seatsOnly}
          </Box>
        )}
        {fullOnes}
        <NothingFound filter={filter} nearest={items[0] ?? null} narrowed={narrowed} now={now} />
      </>
    );
  return (
    <>
      {!onThatDay && !elder && (
        <Box as="section" className="k-day">
          <Box className="row row--between k-day__h">
            <Heading level={2} className="t2 b num">
              {dayHeading(filter.from, now)}
            </Heading>
            {seatsOnly}
          </Box>
          {fullOnes || <Box className="t1 dim">{words.nothingThatDay}</Box>}
        </Box>
      )}
      {groups.map((group) => (
        <DayList
          key={group.day}
          group={group}
          now={now}
          beside={onThatDay && group === first ? seatsOnly : undefined}
          after={onThatDay && group === first ? fullOnes : undefined}
        />
      ))}
    </>
  );
}
