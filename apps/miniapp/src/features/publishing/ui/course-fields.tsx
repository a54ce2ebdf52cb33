import { publishing } from '@/shared/i18n/zh-CN/publishing';
import { ChooseOne } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Card } from '@/shared/ui/surfaces';
import { COURSE_KEY, courseFrom, firstRunOf } from '../course-form';
import { errorAt, fieldId, runFieldId } from '../model';
import { WindowFields } from './run-card';
import type { StepProps } from './step-props';

const words = publishing.course;

/** Whether several dates are taken one by one or all at once; nothing to ask where there is one. */
export function CourseChoice({ form, onChange, mends }: StepProps) {
  const { runs, course } = form;
  const dated = runs.filter(({ date }) => date !== '');
  if (course === null && dated.length < 2) return null;
  // Who has signed up has done so for one or for the other.
  const fixed = runs.some(({ modeFixed }) => modeFixed);
  const value = course === null ? 'single' : 'whole';
  return (
    <ChooseOne
      id={fieldId('course')}
      question={words.question}
      hint={fixed ? words.fixed : undefined}
      error={errorAt(mends, fieldId('course'))}
      choices={(['whole', 'single'] as const).map((each) => ({
        value: each,
        title: words[each],
        note: words.notes[each],
        disabled: fixed && each !== value,
      }))}
      value={value}
      onChange={(chosen) => onChange({ course: chosen === 'whole' ? courseFrom(runs) : null })}
    />
  );
}

/** Seats, waitlist and window of a course: those of its dates then say nothing. */
export function CourseCard({ form, onChange, mends, now }: StepProps & { readonly now: Date }) {
  const { course, runs } = form;
  if (course === null) return null;
  const first = firstRunOf(runs);
  const change = (part: Partial<typeof course>) => onChange({ course: { ...course, ...part } });
  return (
    <Card as="section" className="mt3" label={words.card}>
      <Heading level={3} className="t2 b">
        {words.card}
      </Heading>
      <Box className="t1 dim mt1">{words.cardHint}</Box>
      <Field
        id={runFieldId(COURSE_KEY, 'capacity')}
        label={words.capacity}
        type="digit"
        maxLength={6}
        value={course.capacity}
        error={errorAt(mends, runFieldId(COURSE_KEY, 'capacity'))}
        onChange={(capacity) => change({ capacity })}
      />
      <WindowFields
        run={first === null ? course : { ...course, date: first.date, from: first.from }}
        mends={mends}
        now={now}
        onChange={change}
      />
    </Card>
  );
}
