import { useEffect } from 'react';
import { CodeCard } from '@/features/attendance/ui/code-card';
import { useJustScanned, useMyCode } from '@/features/attendance/ui/use-my-code';
import { clockWords } from '@/shared/i18n/moments';
import { attendanceWords, myCodeWords, resultWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { brightenScreen } from '@/shared/platform/screen';
import { signalYes } from '@/shared/platform/signal';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';

/** The volunteer's one-time code for the staff's scanner: renews itself, and says when it was scanned. */
export default function MyCodePage() {
  const name = useSession((state) => state.person?.displayName ?? '');
  const { value, problem, reload } = useMyCode();
  const scanned = useJustScanned();
  useEffect(() => brightenScreen(), []);
  const stamp = scanned === null ? '' : `${scanned.shiftId} ${scanned.state}`;
  useEffect(() => {
    if (stamp !== '') signalYes();
  }, [stamp]);
  return (
    <Page title={myCodeWords.title}>
      <LiveNote>
        {scanned && (
          <Note tone="ok" large className="mt2">
            {scanned.checkedOutAt === null
              ? `${resultWords.okIn} ${clockWords(scanned.checkedInAt ?? scanned.startsAt)}，${scanned.activityTitle}`
              : `${resultWords.okOut} ${clockWords(scanned.checkedOutAt)}，${scanned.activityTitle}`}
          </Note>
        )}
      </LiveNote>
      {value && problem === null && <CodeCard code={value} name={name} onOver={() => void reload()} />}
      {value === null && problem === null && <Skeleton shape="detail" />}
      {problem && (
        <>
          <LoadProblem
            problem={problem}
            title={myCodeWords.failed}
            onRetry={() => void reload()}
            here={pagePaths.myCode}
            whySignIn={attendanceWords.signInWhy}
          />
          {problem.code.startsWith('network.') && (
            <>
              <Note>{myCodeWords.offline}</Note>
              <Button
                block
                look="line"
                icon="scan"
                className="mt3"
                onPress={() => void goTo(pagePaths.scan({}))}
              >
                {myCodeWords.scanInstead}
              </Button>
            </>
          )}
        </>
      )}
    </Page>
  );
}
