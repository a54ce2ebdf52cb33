import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { FieldError } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';
import { addRun, copyToNextWeek, type RunForm } from '../form';
import { errorAt, fieldId } from '../model';
import { CourseCard, CourseChoice } from './course-fields';
import { RunCard, runWords } from './run-card';
import { RunSeries } from './run-series';
import type { StepProps } from './step-props';

/** The dated runs: one card each, added, copied and taken away. */
export function Runs(props: StepProps & { readonly now: Date }) {
  const { form, onChange, mends, now } = props;
  /** The last one that was taken away, to put it back. */
  const [removed, setRemoved] = useState<{ readonly run: RunForm; readonly at: number } | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const { runs } = form;
  const error = errorAt(mends, fieldId('occurrences'));
  const put = (next: readonly RunForm[]) => onChange({ runs: next });
  const copy = (key: string) => {
    const next = copyToNextWeek(runs, key, now);
    const fresh = next.find((run) => !runs.some((each) => each.key === run.key));
    put(next);
    setAdded(fresh ? runWords(fresh, now) : null);
    setRemoved(null);
  };
  const putBack = () => {
    if (removed) put([...runs.slice(0, removed.at), removed.run, ...runs.slice(removed.at)]);
    setRemoved(null);
  };
  return (
    <Box id={fieldId('occurrences')} className="x-q" role="group" labelledBy={fieldId('occurrences-title')}>
      <Heading level={2} id={fieldId('occurrences-title')} className="x-q__t">
        {words.when}
      </Heading>
      <Box className="x-q__hint">{words.whenHint}</Box>
      {error && <FieldError id={fieldId('occurrences')}>{error}</FieldError>}
      {runs.map((run, at) => (
        <RunCard
          key={run.key}
          run={run}
          number={at + 1}
          dateOnly={form.course !== null}
          mends={mends}
          now={now}
          onChange={(part) => put(runs.map((each) => (each.key === run.key ? { ...each, ...part } : each)))}
          onCopy={() => copy(run.key)}
          onRemove={
            runs.length > 1
              ? () => {
                  put(runs.filter(({ key }) => key !== run.key));
                  setRemoved({ run, at });
                  setAdded(null);
                }
              : undefined
          }
        />
      ))}
      <LiveNote>
        {added !== null && (
          <Note tone="ok" className="mt3">
            {words.copied(added)}
          </Note>
        )}
        {removed && (
          <Note className="mt3">
            {words.removedRun(
              removed.run.date === '' ? words.run(removed.at + 1) : runWords(removed.run, now),
            )}
            <Button size="s" look="bare" onPress={putBack}>
              {words.undo}
            </Button>
          </Note>
        )}
      </LiveNote>
      <Button block look="line" icon="plus" className="mt3" onPress={() => put(addRun(runs, now))}>
        {words.addRun}
      </Button>
      <RunSeries runs={runs} now={now} onChange={put} />
      <CourseChoice {...props} />
      <CourseCard {...props} />
    </Box>
  );
}
