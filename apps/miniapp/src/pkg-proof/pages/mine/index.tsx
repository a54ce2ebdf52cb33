import { loadMine } from '@/features/corrections/api';
import { CorrectionRow } from '@/features/corrections/ui/correction-row';
import { usePagedList } from '@/shared/api/use-paged-list';
import { correctionWords as words, raiseWords } from '@/shared/i18n/zh-CN/corrections';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { paths } from '../../parts/paths';

/** What the volunteer asked for, and where each of it stands. */
export default function MyCorrectionsPage() {
  const list = usePagedList(loadMine);
  const { items, problem } = list;
  return (
    <Page title={words.mine}>
      <OfflineNote onRetry={() => void list.reload()} />
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.mine}
          onRetry={() => void list.reload()}
          whySignIn={words.signInWhy}
        />
      )}
      {items !== null && items.length === 0 && (
        <EmptyState
          title={words.none}
          next={{ label: words.toHours, onPress: () => void goTo(pagePaths.hours) }}
          second={{ label: raiseWords.missing, onPress: () => void goTo(paths.missing) }}
        >
          {words.noneWhy}
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <>
          <Box className="t1 dim mt2">{words.mineLead}</Box>
          <Box className="x-cells mt3">
            {items.map((card, at) => (
              <CorrectionRow
                key={card.id}
                card={card}
                to={paths.one(card.id)}
                last={at === items.length - 1}
              />
            ))}
          </Box>
          <Button block look="line" className="mt4" onPress={() => void goTo(paths.missing)}>
            {raiseWords.missing}
          </Button>
        </>
      )}
      {list.hasMore && (
        <Button block look="line" className="mt4" busy={list.loadingMore} onPress={() => void list.more()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}
