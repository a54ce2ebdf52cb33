import { useReachBottom } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { loadActivities } from '@/features/managing/api';
import { LISTED, type ListedState } from '@/features/managing/model';
import { ActivityCard } from '@/features/managing/ui/activity-card';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { managingWords as words } from '@/shared/i18n/zh-CN/managing';
import { goTo } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { paths } from '../../parts/paths';

const states = LISTED.map((value) => ({ value, label: words.states[value] }));

/** The activities of the scope, by where they stand. */
export default function ActivitiesPage() {
  const [state, setState] = useState<ListedState>('published');
  return (
    <Page title={words.listTitle} wide bottom={<StaffBar current="activities" />}>
      <Box className="mt1">
        <SegmentedControl<ListedState>
          label={words.statesLabel}
          options={states}
          value={state}
          onChange={setState}
        />
      </Box>
      <Button block icon="plus" className="mt3" look="soft" onPress={() => void goTo(paths.publish())}>
        {words.publish}
      </Button>
      <List key={state} state={state} />
    </Page>
  );
}

function List({ state }: { readonly state: ListedState }) {
  const now = useNow();
  const list = usePagedList(useCallback((page: PageQuery) => loadActivities(state, page), [state]));
  useReachBottom(() => void list.more());
  if (list.items === null && list.problem === null) return <Skeleton shape="rows" />;
  if (list.items === null && list.problem !== null)
    return (
      <LoadProblem
        problem={list.problem}
        title={words.failed}
        here={paths.activities}
        onRetry={() => void list.reload()}
      />
    );
  const items = list.items ?? [];
  if (items.length === 0) return <EmptyState title={words.none[state]}>{words.noneWhy}</EmptyState>;
  return (
    <Box className="mt3">
      <Rows label={words.states[state]}>
        {items.map((card, at) => (
          <ActivityCard
            key={card.id}
            card={card}
            now={now}
            last={at === items.length - 1}
            to={card.status === 'draft' ? paths.publish(card.id) : paths.manage(card.id)}
          />
        ))}
      </Rows>
      {list.hasMore && (
        <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </Box>
  );
}
