import { listMine } from '@/features/signups/api';
import { SignupRows } from '@/features/signups/ui/signup-rows';
import { usePagedList } from '@/shared/api/use-paged-list';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Skeleton } from '@/shared/ui/states';
import { Card } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useCallback, useState } from 'react';

type When = 'coming' | 'past';

export function MySignups() {
  const [when, setWhen] = useState<When>('coming');
  return (
    <Box as="section" className="mt6" labelledBy="my-signups">
      <Heading level={2} id="my-signups" className="t3 k-gap-below">
        {words.mineTitle}
      </Heading>
      <SegmentedControl<When>
        label={words.mineTitle}
        options={[
          { value: 'coming', label: words.coming },
          { value: 'past', label: words.past },
        ]}
        value={when}
        onChange={setWhen}
      />
      <Places key={when} when={when} />
    </Box>
  );
}

function Places({ when }: { readonly when: When }) {
  const now = useNow();
  const load = useCallback(
    (page: { cursor?: string; limit?: string }) => listMine({ when, ...page }),
    [when],
  );
  const { items, problem, hasMore, loadingMore, more, reload } = usePagedList(load);
  if (items === null)
    return problem === null ? (
      <Skeleton count={2} />
    ) : (
      <LoadProblem
        title={words.listFailed}
        problem={problem}
        onRetry={() => void reload()}
        here={pagePaths.me}
      />
    );
  if (items.length === 0) return <NoPlaces when={when} />;
  return (
    <>
      <SignupRows items={items} now={now} />
      {hasMore && (
        <Button block look="line" className="mt2" busy={loadingMore} onPress={() => void more()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function NoPlaces({ when }: { readonly when: When }) {
  const coming = when === 'coming';
  return (
    <Card className="mt3">
      <Box className="t2 b">{coming ? words.nothingComing : words.nothingPast}</Box>
      {coming && <Box className="t1 dim mt1">{words.nothingComingHint}</Box>}
      {coming && (
        <Button size="s" look="soft" className="mt3" onPress={() => void goTo(pagePaths.activities)}>
          {words.findOne}
        </Button>
      )}
    </Card>
  );
}
