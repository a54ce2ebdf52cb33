import { CommunitySheet } from '@/features/communities/ui/community-sheet';
import { readMe } from '@/features/people/api';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { useSession } from '@/shared/session/session';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import type { MeView } from '@xiaolin/shared-types/people/schema';
import { useCallback, useState } from 'react';
import { MeHeader, NobodyHeader } from './me-header';
import { MySignups } from './my-signups';
import { Entrances, Settings } from './settings';

export default function MePage() {
  const token = useSession((state) => state.token);
  const elder = useElderMode();
  const [choosing, setChoosing] = useState(false);
  const load = useCallback(
    (): Promise<Result<MeView | null>> =>
      token === null ? Promise.resolve({ ok: true, value: null }) : readMe(),
    [token],
  );
  const { value: me, problem, loading, reload, replace } = usePageData(load);
  const failed = token !== null && me === null && problem !== null;
  return (
    <Page title={words.meTitle} tab="me">
      <OfflineNote onRetry={() => void reload()} />
      {token === null && <NobodyHeader />}
      {token !== null && me === null && loading && <Skeleton shape="rows" count={1} />}
      {failed && (
        <LoadProblem
          title={words.loadFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.me}
        />
      )}
      {token !== null && me !== null && (
        <>
          <MeHeader me={me} onRenamed={replace} />
          {!elder && <Entrances me={me} />}
          <MySignups key={me.id} />
          {elder && <Entrances me={me} />}
        </>
      )}
      <Settings signedIn={token !== null} onCommunity={() => setChoosing(true)} />
      <CommunitySheet open={choosing} onClose={() => setChoosing(false)} />
    </Page>
  );
}
