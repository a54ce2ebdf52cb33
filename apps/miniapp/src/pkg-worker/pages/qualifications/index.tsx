import type { WaitingQualification } from '@xiaolin/shared-types/qualifications/schema';
import { useState } from 'react';
import { loadWaiting } from '@/features/requirements/api';
import { DecideCard } from '@/features/requirements/ui/decide-card';
import { useIntent } from '@/shared/api/use-intent';
import { usePagedList } from '@/shared/api/use-paged-list';
import { qualificationDeskWords as words } from '@/shared/i18n/zh-CN/requirements';
import { goTo } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';

/** Trainings and consents that wait for the staff's word. */
export default function QualificationDeskPage() {
  const list = usePagedList(loadWaiting);
  const [done, setDone] = useState(false);
  const { items, problem } = list;
  return (
    <Page title={words.title} ownHeading={items !== null} wide bottom={<StaffBar current="workbench" />}>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.qualifications}
          onRetry={() => void list.reload()}
        />
      )}
      {items !== null && (
        <>
          <Heading level={1} className="t4 mt1">
            {words.headline(items.length)}
          </Heading>
          <LiveNote>
            {done && (
              <Note tone="ok" className="mt3">
                {words.done}
              </Note>
            )}
          </LiveNote>
          {items.length === 0 && (
            <EmptyState
              title={words.headline(0)}
              next={{ label: words.toWorkbench, onPress: () => void goTo(paths.workbench) }}
            >
              {words.nothing}
            </EmptyState>
          )}
          <Box>
            {items.map((item) => (
              <One
                key={item.id}
                item={item}
                onDone={() => {
                  setDone(true);
                  void list.reload();
                }}
              />
            ))}
          </Box>
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt3"
              busy={list.loadingMore}
              onPress={() => void list.more()}
            >
              {words.more}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

/** Each card has its own intent: a refusal stands beside what it is about. */
function One({ item, onDone }: { readonly item: WaitingQualification; readonly onDone: () => void }) {
  return <DecideCard item={item} intent={useIntent()} onDone={onDone} />;
}
