import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import type { EligibilityView } from '@xiaolin/shared-types/signups/audience';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { mainAction } from '@/features/activities/model';
import { canTellUs, reasonWords } from '@/features/signups/use-eligibility';
import { detailText } from '@/shared/i18n/zh-CN/activity-detail';
import { signupsText } from '@/shared/i18n/zh-CN/signups';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { LiveNote } from '@/shared/ui/result';
import { ShareButton } from '@/shared/ui/share-button';
import { useState } from 'react';

interface DetailBarProps {
  readonly activity: ActivityView;
  readonly run: OccurrenceView;
  readonly mine: MySignup | null;
  readonly refusal: EligibilityView['refusal'];
  /** People in the lottery, where that is how places are given. */
  readonly entered: number | null;
  readonly now: Date;
}

/** The one main button, which always says why. */
export function DetailBar({ activity, run, mine, refusal, entered, now }: DetailBarProps) {
  const elder = useElderMode();
  const [copied, setCopied] = useState(false);
  const action = mainAction(
    { line: run.line, mine, clash: null, plain: elder, course: activity.course !== null, entered },
    now,
  );
  const to =
    action.kind === 'mine' && mine !== null
      ? pagePaths.signup(mine.id)
      : pagePaths.signUp(activity.id, run.id);
  const note = copied ? detailText.linkCopied : action.note;
  if (refusal !== null && (action.kind === 'sign-up' || action.kind === 'wait'))
    return <Refused refusal={refusal} now={now} />;
  return (
    <BottomBar note={note === null ? undefined : <LiveNote>{note}</LiveNote>}>
      {!elder && <ShareButton label={detailText.share} onCopied={() => setCopied(true)} />}
      {action.kind === 'why' ? (
        <Button block disabled onPress={() => undefined}>
          {action.words}
        </Button>
      ) : (
        <Button
          block
          look={action.kind === 'mine' ? 'soft' : 'solid'}
          icon={action.kind === 'mine' ? 'check' : undefined}
          href={to}
          onPress={() => void goTo(to)}
        >
          {action.words}
        </Button>
      )}
    </BottomBar>
  );
}

/** Not everyone may come: the reason before any form, and the way to mend it where there is one. */
function Refused({
  refusal,
  now,
}: {
  readonly refusal: NonNullable<EligibilityView['refusal']>;
  readonly now: Date;
}) {
  const why = reasonWords(refusal, now);
  return canTellUs(refusal) ? (
    <BottomBar note={why}>
      <Button block href={pagePaths.details} onPress={() => void goTo(pagePaths.details)}>
        {signupsText.tellUs}
      </Button>
    </BottomBar>
  ) : (
    <BottomBar>
      <Button block disabled onPress={() => undefined}>
        {why}
      </Button>
    </BottomBar>
  );
}
