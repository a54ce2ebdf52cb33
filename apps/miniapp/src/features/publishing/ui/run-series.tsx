import { MOST_OCCURRENCES } from '@xiaolin/shared-types/activities/schema';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';
import type { RunForm } from '../form';
import { fieldId } from '../model';
import { latestRun, repeatWeekly } from '../series';
import { runWords } from './run-card';

interface RunSeriesProps {
  readonly runs: readonly RunForm[];
  readonly now: Date;
  readonly onChange: (runs: readonly RunForm[]) => void;
}

/** A class of several weeks, written once: shown as soon as one run has its day. */
export function RunSeries({ runs, now, onChange }: RunSeriesProps) {
  const [total, setTotal] = useState('8');
  const [added, setAdded] = useState<readonly string[]>([]);
  const last = latestRun(runs);
  if (last === null) return null;
  const series = repeatWeekly(runs, total, now);
  const undated = runs.filter(({ date }) => date === '').length;
  const repeat = () => {
    if (series === null) return;
    setAdded(series.filter(({ key }) => !runs.some((run) => run.key === key)).map(({ key }) => key));
    onChange(series);
  };
  const fresh = runs.filter(({ key }) => added.includes(key));
  const end = fresh.at(-1);
  return (
    <Box className="mt4">
      <Field
        id={fieldId('series')}
        label={words.series}
        hint={words.seriesHint(runWords(last, now))}
        type="digit"
        maxLength={2}
        value={total}
        onChange={setTotal}
      />
      <Button block look="soft" icon="copy" className="mt3" disabled={series === null} onPress={repeat}>
        {series === null
          ? words.seriesRefused(runs.length - undated + 1, MOST_OCCURRENCES - undated)
          : words.seriesDo(total.trim())}
      </Button>
      <LiveNote>
        {end && (
          <Note tone="ok" className="mt3">
            {words.seriesDone(fresh.length, runWords(end, now))}
            <Button
              size="s"
              look="bare"
              onPress={() => onChange(runs.filter(({ key }) => !added.includes(key)))}
            >
              {words.seriesUndo}
            </Button>
          </Note>
        )}
      </LiveNote>
    </Box>
  );
}
