import { listMessages, markReadUpTo } from '@/features/inbox/api';
import { MessageRow } from '@/features/inbox/ui/message-row';
import { usePagedList } from '@/shared/api/use-paged-list';
import { inboxText as words } from '@/shared/i18n/zh-CN/inbox';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { useEffect, useRef } from 'react';

export default function MessagesPage() {
  const now = useNow();
  const { items, problem, hasMore, loadingMore, more, reload } = usePagedList(listMessages);
  useMarkRead(items?.[0]?.id, items?.some(({ read }) => !read) ?? false);
  return (
    <Page title={words.title}>
      <OfflineNote onRetry={() => void reload()} />
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          title={words.failed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.messages}
        />
      )}
      {items?.length === 0 && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      {items && items.length > 0 && (
        <Box className="mt2">
          <Rows>
            {items.map((message, index) => (
              <MessageRow key={message.id} message={message} now={now} last={index === items.length - 1} />
            ))}
          </Rows>
        </Box>
      )}
      {hasMore && (
        <Button block look="line" className="mt4" busy={loadingMore} onPress={() => void more()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}

/** What was shown is read; the marks stay on this visit, so that one sees what was new. */
function useMarkRead(latest: string | undefined, anyUnread: boolean): void {
  const told = useRef<string>();
  useEffect(() => {
    if (latest === undefined || !anyUnread || told.current === latest) return;
    told.current = latest;
    void markReadUpTo(latest);
  }, [latest, anyUnread]);
}
