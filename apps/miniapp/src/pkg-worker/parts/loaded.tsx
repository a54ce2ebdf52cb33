import type { ReactNode } from 'react';
import type { PageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { workerPages as words } from '@/shared/i18n/zh-CN/worker-pages';
import { goTo } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { EmptyState, ErrorState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';

interface LoadedProps<T> {
  readonly data: PageData<T>;
  readonly shape?: 'list' | 'detail' | 'rows';
  readonly children: (value: T) => ReactNode;
}

/** Waiting, failed, or there: the last good answer stays while a newer one fails. */
export function Loaded<T>({ data, shape = 'rows', children }: LoadedProps<T>) {
  const { value, problem, reload } = data;
  if (value === null && problem === null) return <Skeleton shape={shape} />;
  if (value === null && problem?.code.startsWith('session.'))
    return (
      <EmptyState
        title={problemText(problem, new Date())}
        next={{ label: words.signIn, onPress: () => void goTo('/pages/me/index') }}
      />
    );
  if (value === null && problem)
    return (
      <ErrorState title={words.failed} onRetry={() => void reload()} requestId={problem.instance}>
        {problemText(problem, new Date())}
      </ErrorState>
    );
  return (
    <>
      <OfflineNote onRetry={() => void reload()} />
      {problem && !problem.code.startsWith('network.') && (
        <Note tone="warm" className="mt2">
          {words.refresh}
          <Button size="s" look="bare" onPress={() => void reload()}>
            {words.retry}
          </Button>
        </Note>
      )}
      {value !== null && children(value)}
    </>
  );
}
