import type { ActivityView } from '@xiaolin/shared-types/activities/schema';
import type { LineView } from '@xiaolin/shared-types/signups/schema';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { mainAction } from '@/features/activities/model';
import { listDependants } from '@/features/dependants/api';
import { canTellUs, reasonWords, useEligibility } from '@/features/signups/use-eligibility';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { momentWords, shortMomentWords } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { partiesText } from '@/shared/i18n/zh-CN/parties';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { TitleWords } from '@/shared/ui/title-words';
import { useNow } from '@/shared/ui/use-now';
import { SubmitFailed } from './submit-failed';
import { OrganiserQuestions } from './organiser-questions';
import { PartyQuestion } from './party-question';
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
  const people = usePageData(listDependants);
  const dependants = people.value?.items ?? null;
  const form = useSignupForm(activity, asked, reload, dependants);
  const { run, outcome, busy } = form;
  const eligibility = useEligibility(run);
  const { refusal } = eligibility;
  const waiting = run !== null && phaseOf(run.line, now) === 'waitlist';
  const mode = (run ?? activity.occurrences[0])?.line.mode;
  const applying = mode === 'approval';
  const drawing = mode === 'lottery';
  const course = activity.course !== null;
  const clash = run === null ? null : (form.clashes[run.id] ?? null);
  const action = run && mainAction({ line: run.line, mine: null, clash, plain: elder, course }, now);
  if (outcome?.passing)
    return (
      <SubmitFailed problem={outcome.problem} busy={busy} onRetry={form.submit} onBack={form.backToForm} />
    );
  return (
    <Page
      title={
        applying
          ? formWords.applyTitle
          : drawing
            ? formWords.drawTitle
            : waiting
              ? formWords.waitFormTitle
              : formWords.formTitle
      }
      ownHeading
      bottom={
        <BottomBar
          note={
            run && !elder
              ? formWords.submitFor(
                  form.names,
                  course ? coursesText.whatYouJoin : shortMomentWords(run.startsAt, now),
                )
              : undefined
          }
          noteEnd={run && !elder ? <Saved /> : undefined}
        >
          {refusal !== null ? (
            <Button block disabled onPress={() => undefined}>
              {reasonWords(refusal, now)}
            </Button>
          ) : action?.kind === 'why' ? (
            <Button block disabled onPress={() => undefined}>
              {action.words}
            </Button>
          ) : (
            <Button block busy={busy} onPress={() => void form.submit()}>
              {partiesText.submit(
                applying
                  ? formWords.submitApply
                  : drawing
                    ? formWords.submitDraw
                    : waiting
                      ? formWords.submitWait
                      : formWords.submit,
                form.seats,
              )}
            </Button>
          )}
        </BottomBar>
      }
    >
      <Heading level={1} className="t4 mt2">
        <TitleWords>{activity.title}</TitleWords>
      </Heading>
      <Box className="t1 dim mt1">
        {activity.occurrences.length === 1 && run && !course
          ? momentWords(run.startsAt, now)
          : formWords.keepNote}
      </Box>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <LiveNote>
        {outcome && (
          <Note tone="warm" className="mt3" large>
            <Box className="b">{formWords.refusedTitle}</Box>
            <Box>{problemText(outcome.problem, now)}</Box>
          </Note>
        )}
      </LiveNote>
      {canTellUs(refusal) && (
        <Note tone="warm" className="mt3">
          <Link to={pagePaths.details} className="x-link">
            {words.tellUs}
          </Link>
        </Note>
      )}
      {applying && (
        <Note tone="accent" className="mt3">
          {formWords.applyNote}
        </Note>
      )}
      {drawing && run && (
        <Note tone="accent" className="mt3">
          {formWords.drawNote(momentWords(run.line.closesAt, now))}
        </Note>
      )}
      <RunQuestion activity={activity} form={form} now={now} />
      <WhoQuestion form={form} />
      <PartyQuestion
        form={form}
        dependants={dependants}
        failed={people.problem !== null}
        eligibility={eligibility}
        now={now}
      />
      {run && wontFit(run.line, form.seats, now) && (
        <Note tone="earth" className="mt3">
          {partiesText.wontFit(run.line.capacity - run.line.taken, form.seats)}
        </Note>
      )}
      <OrganiserQuestions form={form} organizer={activity.organization.name} />
      <ConsentQuestion activity={activity} form={form} />
    </Page>
  );
}

/** Seats are free, but too few for all of them: they will wait together. */
const wontFit = (line: LineView, seats: number, now: Date): boolean =>
  line.mode === 'first-come' && phaseOf(line, now) === 'open' && line.capacity - line.taken < seats;

function Saved() {
  return (
    <>
      <Icon name="check" size="s" className="mr1" />
      <Box as="span">{formWords.saved}</Box>
    </>
  );
}
