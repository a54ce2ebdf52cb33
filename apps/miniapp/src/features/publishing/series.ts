import { MOST_OCCURRENCES } from '@xiaolin/shared-types/activities/schema';
import { copyToNextWeek, digits, type RunForm } from './form';

/**
 * The latest dated run once a week, until there are `total` with a day. A week that is there already is
 * passed over. null where `total` is not a number above what is there and within what an activity may have.
 */
export function repeatWeekly(runs: readonly RunForm[], total: string, now: Date): readonly RunForm[] | null {
  const dated = runs.filter(({ date }) => date !== '');
  const wanted = digits(total) + runs.length - dated.length;
  const last = latestRun(runs);
  if (last === null || !(wanted > runs.length) || wanted > MOST_OCCURRENCES) return null;
  let series = runs;
  let { key } = last;
  while (series.length < wanted) {
    const at = series.findIndex((run) => run.key === key);
    series = copyToNextWeek(series, key, now);
    key = series[at + 1]?.key ?? key;
  }
  return series;
}

const startOf = ({ date, from }: RunForm): string => `${date} ${from}`;

/** Of those with a day; null while none has one. */
export const latestRun = (runs: readonly RunForm[]): RunForm | null =>
  runs
    .filter(({ date }) => date !== '')
    .reduce<RunForm | null>(
      (latest, run) => (latest === null || startOf(run) > startOf(latest) ? run : latest),
      null,
    );
