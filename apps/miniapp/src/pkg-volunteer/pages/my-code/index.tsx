import type { ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import { useEffect, useState } from 'react';
import { CodeCard } from '@/features/attendance/ui/code-card';
import { useJustScanned, useMyCode, usePassCode, usePasses } from '@/features/attendance/ui/use-my-code';
import { clockWords } from '@/shared/i18n/moments';
import { attendanceWords } from '@/shared/i18n/zh-CN/attendance';
import { myCodeWords, resultWords } from '@/shared/i18n/zh-CN/scanning';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { brightenScreen } from '@/shared/platform/screen';
import { signalYes } from '@/shared/platform/signal';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';

/** The volunteer's one-time code for the staff's scanner: renews itself, and says when it was scanned. */
export default function MyCodePage() {
  const now = useNow();
  const passes = usePasses(now);
  const [chosen, setChosen] = useState<string | null>(null);
  const scanned = useJustScanned();
  useEffect(() => brightenScreen(), []);
  const stamp = scanned === null ? '' : `${scanned.shiftId} ${scanned.state}`;
  useEffect(() => {
    if (stamp !== '') signalYes();
  }, [stamp]);
  const pass = passes.find(({ shiftId }) => shiftId === chosen) ?? passes[0] ?? null;
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
      {passes.length > 1 && (
        <ChooseOne
          id="which-pass"
          question={myCodeWords.whichShift}
          choices={passes.map(({ shiftId, activityTitle, roleName, startsAt, endsAt }) => ({
            value: shiftId,
            title: `${clockWords(startsAt)}–${clockWords(endsAt)} ${roleName}`,
            note: activityTitle,
          }))}
          value={pass?.shiftId ?? null}
          onChange={setChosen}
        />
      )}
      {pass === null ? <ServerCode /> : <OwnCode key={pass.shiftId} pass={pass} />}
    </Page>
  );
}

/** Made on this phone for one shift: a desk without a network can check it, too. */
function OwnCode({ pass }: { readonly pass: ShiftPass }) {
  const name = useSession((state) => state.person?.displayName ?? '');
  const { code, renew } = usePassCode(pass);
  return (
    <CodeCard
      code={code}
      name={name}
      about={myCodeWords.forShift(pass.activityTitle, pass.roleName)}
      onOver={renew}
    />
  );
}

/** For whoever has no shift near: good at any desk that has a network. */
function ServerCode() {
  const name = useSession((state) => state.person?.displayName ?? '');
  const { value, problem, reload } = useMyCode();
  return (
    <>
      {value && problem === null && (
        <CodeCard code={value} name={name} about={null} onOver={() => void reload()} />
      )}
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
    </>
  );
}
