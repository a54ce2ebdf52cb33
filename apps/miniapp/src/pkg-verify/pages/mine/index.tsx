import { loadMine } from '@/features/certificates/api';
import { CertificateRow } from '@/features/certificates/ui/certificate-row';
import { usePagedList } from '@/shared/api/use-paged-list';
import { certificateWords as words } from '@/shared/i18n/zh-CN/certificates';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';

/** Everything that was certified for me. */
export default function MinePage() {
  const list = usePagedList(loadMine);
  const { items, problem } = list;
  const ask = () => void goTo(pagePaths.askCertificate());
  return (
    <Page
      title={words.mine}
      bottom={
        items !== null && items.length > 0 ? (
          <BottomBar>
            <Button block onPress={ask}>
              {words.issueNew}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {items !== null && <OfflineNote onRetry={() => void list.reload()} />}
      {items === null && problem === null && <Skeleton shape="rows" count={3} />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          onRetry={() => void list.reload()}
          here={pagePaths.certificates}
          whySignIn={words.signInWhy}
        />
      )}
      {items !== null && items.length === 0 && (
        <EmptyState title={words.none} next={{ label: words.issueNew, onPress: ask }}>
          {words.noneWhy}
        </EmptyState>
      )}
      {items !== null && items.length > 0 && (
        <>
          <Box className="t2 dim mt1">{words.mineLead}</Box>
          <Box className="mt3">
            <Rows label={words.mine}>
              {items.map((certificate, at) => (
                <CertificateRow
                  key={certificate.id}
                  certificate={certificate}
                  last={at === items.length - 1}
                />
              ))}
            </Rows>
          </Box>
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt4"
              busy={list.loadingMore}
              onPress={() => void list.more()}
            >
              {words.more}
            </Button>
          )}
          <Box className="mt4">
            <Link to={pagePaths.checkCertificate}>{words.check}</Link>
          </Box>
        </>
      )}
    </Page>
  );
}
