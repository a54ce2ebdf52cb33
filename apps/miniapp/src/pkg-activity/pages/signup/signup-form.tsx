import type { ActivityView } from '@xiaolin/shared-types/activities/schema';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { mainAction } from '@/features/activities/model';
import { problemText } from '@/shared/i18n/problem-text';
import { momentWords, shortMomentWords } from '@/shared/i18n/moments';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { useElderMode } from '@/shared/platform/preferences';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Icon } from '@/shared/ui/icon';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { TitleWords } from '@/shared/ui/title-words';
import { useNow } from '@/shared/ui/use-now';
import { SubmitFailed } from './submit-failed';
import { ConsentQuestion, RunQuestion, WhoQuestion } from './questions';
import { useSignupForm } from './use-signup-form';

interface SignupFormProps {
  readonly activity: ActivityView;
  readonly asked: string | undefined;
  readonly reload: () => Promise<void>;
}

export function SignupForm({ activity, asked, reload }: SignupFormProps) {
  const now = useNow();
  const elder = useElderMode();
  const form = useSignupForm(activity, asked, reload);
  const { run, outcome, busy } = form;
  const waiting = run !== null && phaseOf(run.line, now) === 'waitlist';
  const clash = run === null ? null : (form.clashes[run.id] ?? null);
  const action = run && mainAction({ line: run.line, mine: null, clash, plain: elder }, now);
  if (outcome?.passing)
    return (
      <SubmitFailed problem={outcome.problem} busy={busy} onRetry={form.submit} onBack={form.backToForm} />
    );
  return (
    <Page
      title={waiting ? words.waitFormTitle : words.formTitle}
      ownHeading
      bottom={
        <BottomBar
          note={run && !elder ? words.submitFor(form.name, shortMomentWords(run.startsAt, now)) : undefined}
          noteEnd={run && !elder ? <Saved /> : undefined}
        >
          {action?.kind === 'why' ? (
            <Button block disabled onPress={() => undefined}>
              {action.words}
            </Button>
          ) : (
            <Button block busy={busy} onPress={() => void form.submit()}>
              {waiting ? words.submitWait : words.submit}
            </Button>
          )}
        </BottomBar>
      }
    >
      <Heading level={1} className="t4 mt2">
        <TitleWords>{activity.title}</TitleWords>
      </Heading>
      <Box className="t1 dim mt1">
        {activity.occurrences.length === 1 && run ? momentWords(run.startsAt, now) : words.keepNote}
      </Box>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <LiveNote>
        {outcome && (
          <Note tone="warm" className="mt3" large>
            <Box className="b">{words.refusedTitle}</Box>
            <Box>{problemText(outcome.problem, now)}</Box>
          </Note>
        )}
      </LiveNote>
      <RunQuestion activity={activity} form={form} now={now} />
      <WhoQuestion form={form} />
      <ConsentQuestion activity={activity} form={form} />
    </Page>
  );
}

function Saved() {
  return (
    <>
      <Icon name="check" size="s" className="mr1" />
      <Box as="span">{words.saved}</Box>
    </>
  );
}
