import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { draftApi, loadDesk } from '@/features/publishing/api';
import type { Desk } from '@/features/publishing/desk';
import { editableAs } from '@/features/publishing/model';
import { keptDrafts } from '@/features/publishing/ui/use-draft';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { useCallback, useState } from 'react';
import { paths } from '../../parts/paths';
import { Editor } from './editor';
import './index.css';

interface Opened {
  readonly desk: Desk;
  readonly view: StaffActivityView | null;
}

async function open(activityId: string | null): Promise<Result<Opened>> {
  const [desk, view] = await Promise.all([
    loadDesk(),
    activityId === null ? null : draftApi.read(activityId),
  ]);
  if (!desk.ok) return desk;
  if (view !== null && !view.ok) return view;
  return { ok: true, value: { desk: desk.value, view: view === null ? null : view.value } };
}

/** The new activity that was being written when the app was closed, unless another one is asked for. */
function lastNew(): string | null {
  const slot = keptDrafts().readNew();
  return slot !== null && 'id' in slot ? slot.id : null;
}

export default function PublishPage() {
  const { id } = useQuery();
  /** Goes up with "write another one", so that the editor begins anew. */
  const [round, setRound] = useState(0);
  const [activityId, setActivityId] = useState(() => id ?? lastNew());
  const load = useCallback(() => open(activityId), [activityId]);
  const { value, problem, reload } = usePageData(load);
  const title = id === undefined ? words.newTitle : words.editTitle;
  const startOver = () => {
    keptDrafts().dropNew();
    setActivityId(null);
    setRound((count) => count + 1);
  };
  const matches = value !== null && (activityId === null) === (value.view === null);
  if (value !== null && matches && (value.view === null || editableAs(value.view.status) !== 'no'))
    return (
      <Editor key={round} {...value} resumedNew={id === undefined && round === 0} onStartOver={startOver} />
    );
  return (
    <Page title={title} wide>
      {problem === null && !matches && <Skeleton shape="rows" />}
      {matches && value.view && (
        <EmptyState
          title={words.notEditable}
          next={{
            label: words.seeActivity,
            onPress: () => void goTo(pagePaths.activity(value.view?.id ?? '')),
          }}
          second={{ label: words.backToWorkbench, onPress: () => void goTo(paths.workbench) }}
        >
          {words.notEditableHint}
        </EmptyState>
      )}
      {problem?.code === 'activity.unknown' && (
        <EmptyState
          title={problemText(problem, new Date())}
          next={{ label: words.startOver, onPress: startOver }}
        />
      )}
      {problem !== null && problem.code !== 'activity.unknown' && value === null && (
        <LoadProblem
          title={words.failedTitle}
          problem={problem}
          onRetry={() => void reload()}
          here={paths.publish(id)}
        />
      )}
    </Page>
  );
}
