import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import { phaseOf } from '@xiaolin/shared-types/signups/phase';
import { CourseWhen } from '@/features/activities/ui/course-when';
import { mainAction } from '@/features/activities/model';
import { NameField } from '@/features/people/ui/name-field';
import { plainSpanWords, dayWords, momentWords, spanWords } from '@/shared/i18n/moments';
import { coursesText } from '@/shared/i18n/zh-CN/courses';
import { signingUpText as formWords } from '@/shared/i18n/zh-CN/signing-up';
import { useElderMode } from '@/shared/platform/preferences';
import { ChooseOne, type Choice, Consent } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { Note } from '@/shared/ui/surfaces';
import { fields, type SignupFormState } from './use-signup-form';

interface QuestionProps {
  readonly activity: ActivityView;
  readonly form: SignupFormState;
}

const errorOf = (form: SignupFormState, field: string, words: string): string | undefined =>
  form.errors.some((error) => error.field === field) ? words : undefined;

/** Asked only where there is something to choose. */
export function RunQuestion({ activity, form, now }: QuestionProps & { readonly now: Date }) {
  const elder = useElderMode();
  if (activity.course !== null) return <WholeCourse activity={activity} form={form} now={now} />;
  if (activity.occurrences.length < 2) return null;
  const choiceOf = (run: OccurrenceView): Choice<string> => {
    const clash = form.clashes[run.id] ?? null;
    const action = mainAction({ line: run.line, mine: null, clash, plain: false }, now);
    const title = elder
      ? `${dayWords(run.startsAt, now)} ${plainSpanWords(run.startsAt, run.endsAt)}`
      : spanWords(run.startsAt, run.endsAt, now);
    if (action.kind === 'why') return { value: run.id, title, note: action.words, disabled: true };
    const { capacity, taken, waiting } = run.line;
    const open = phaseOf(run.line, now) === 'open';
    return {
      value: run.id,
      title,
      note:
        run.line.mode === 'approval'
          ? formWords.runApply
          : run.line.mode === 'lottery'
            ? formWords.runDraw(momentWords(run.line.closesAt, now))
            : open
              ? formWords.runOpen(capacity - taken)
              : formWords.runWait(waiting),
    };
  };
  const choices = activity.occurrences.filter(({ line }) => phaseOf(line, now) !== 'over').map(choiceOf);
  return (
    <ChooseOne
      id={fields.run}
      question={formWords.whichRun}
      error={errorOf(form, fields.run, formWords.runError)}
      choices={choices}
      value={form.run?.id ?? null}
      onChange={form.setRun}
    />
  );
}

/** Nothing to choose: what is taken, with every date on request, so that nobody is surprised. */
function WholeCourse({ activity, form, now }: QuestionProps & { readonly now: Date }) {
  if (form.run === null) return null;
  return (
    <Box as="section" className="x-q" labelledBy="course-title">
      <Heading level={2} id="course-title" className="x-q__t k-gap-below">
        {coursesText.whatYouJoin}
      </Heading>
      <CourseWhen activity={activity} run={form.run} now={now} />
    </Box>
  );
}

/** The person; who comes along is the next question. */
export function WhoQuestion({ form }: { readonly form: SignupFormState }) {
  return (
    <Box as="section" className="x-q" labelledBy="who-title">
      <Heading level={2} id="who-title" className="x-q__t">
        {formWords.who}
      </Heading>
      <NameField
        id={fields.name}
        value={form.name}
        onChange={form.setName}
        hint={form.needsName ? formWords.neutralNameHint : formWords.me}
        error={errorOf(form, fields.name, formWords.nameError)}
      />
      <Box className="t1 dim mt3">
        <Box className="b">{formWords.whoSees}</Box>
        <Box>{formWords.whoSeesText}</Box>
      </Box>
    </Box>
  );
}

export function ConsentQuestion({ activity, form }: QuestionProps) {
  const elder = useElderMode();
  return (
    <Box as="section" className="x-q" labelledBy="confirm-title">
      <Heading level={2} id="confirm-title" className="x-q__t k-gap-below">
        {formWords.confirm}
      </Heading>
      {activity.riskText !== '' && (
        <Note tone="earth" icon="alert" className="mt2">
          <Box className="b">{formWords.riskTitle}</Box>
          <Box>{activity.riskText}</Box>
        </Note>
      )}
      <Consent
        id={fields.consent}
        title={elder ? formWords.consentPlain : formWords.consent}
        error={errorOf(form, fields.consent, formWords.consentError)}
        agreed={form.agreed}
        onChange={form.setAgreed}
      />
    </Box>
  );
}
