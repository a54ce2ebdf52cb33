import type { DemoPersonView } from '@xiaolin/shared-types/people/schema';
import { listDemoPeople } from '@/features/people/api';
import { DemoPeople } from '@/features/people/ui/demo-people';
import type { Failure, Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { signInText } from '@/shared/i18n/zh-CN/sign-in';
import { goBackOr, goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { insideWechat } from '@/shared/platform/surroundings';
import type { SignInWay } from '@/shared/session/create-session';
import { beginSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';

export default function SignInPage() {
  const { back = pagePaths.home } = useQuery();
  const { value: people, problem, reload } = usePageData(loadDemoPeople);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const begin = async (way: SignInWay) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const result = await beginSession(way);
    setBusy(false);
    if (result?.ok) await goBackOr(back);
    else if (result) setRefusal(result.problem);
  };
  return (
    <Page title={signInText.signInTitle}>
      <LiveNote>
        {refusal && (
          <Note tone="warm" className="mt2">
            {`${signInText.signInFailed}：${problemText(refusal, new Date())}`}
          </Note>
        )}
      </LiveNote>
      {insideWechat && (
        <Box className="mt4">
          <Button block busy={busy} onPress={() => void begin({ kind: 'wechat' })}>
            {signInText.wechat}
          </Button>
          <Box className="t1 dim mt2">{signInText.wechatHint}</Box>
        </Box>
      )}
      {people === null && problem === null && <Skeleton shape="rows" />}
      {people === null && problem !== null && !insideWechat && (
        <LoadProblem
          title={signInText.signInFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.signIn(back)}
        />
      )}
      {people && people.length > 0 && (
        <TryOut people={people} onChoose={(personId) => void begin({ kind: 'demo', personId })} />
      )}
      {people?.length === 0 && !insideWechat && (
        <EmptyState
          title={signInText.openInWechat}
          next={{ label: signInText.backToActivities, onPress: () => void goTo(pagePaths.activities) }}
        >
          {signInText.openInWechatHint}
        </EmptyState>
      )}
    </Page>
  );
}

/** Nobody where the try-out mode is off: that is an answer, not a failure. */
async function loadDemoPeople(): Promise<Result<readonly DemoPersonView[]>> {
  const result = await listDemoPeople();
  if (result.ok) return { ok: true, value: result.value.items };
  return result.problem.code === 'session.demo-off' ? { ok: true, value: [] } : result;
}

interface TryOutProps {
  readonly people: readonly DemoPersonView[];
  readonly onChoose: (personId: string) => void;
}

function TryOut({ people, onChoose }: TryOutProps) {
  return (
    <>
      <Note tone="earth" icon="info" className="mt4">
        {signInText.tryOutNote}
      </Note>
      <Heading level={2} className="t3 mt6 k-gap-below">
        {words.choosePerson}
      </Heading>
      <DemoPeople people={people} onChoose={onChoose} />
    </>
  );
}
