import type { CourseDraft, OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import type { RunForm } from './form';

/** The key of the course among the keys of runs. */
export const COURSE_KEY = 'course';

const MINUTE = 60_000;
const startOf = ({ date, from }: RunForm): string => `${date} ${from}`;

/** The first run with a day: sign-up for a course closes at its start unless something else is said. */
export const firstRunOf = (runs: readonly RunForm[]): RunForm | null =>
  runs
    .filter(({ date }) => date !== '')
    .reduce<RunForm | null>(
      (first, run) => (first === null || startOf(run) < startOf(first) ? run : first),
      null,
    );

/** A course begins with what stands in its first run. */
export const courseFrom = (runs: readonly RunForm[]): RunForm | null => {
  const first = firstRunOf(runs) ?? runs[0];
  return first === undefined ? null : { ...first, key: COURSE_KEY, id: null, date: '', endDays: 0 };
};

type Times = Pick<OccurrenceDraft, 'startsAt' | 'endsAt'> & Partial<Pick<OccurrenceDraft, 'id'>>;

/**
 * A date says only when it is; the rest is what the contract wants to read there. It follows from the course alone, so
 * that two readings of the same draft are equal.
 */
export function dateOf(run: Times, course: CourseDraft): OccurrenceDraft {
  const { startsAt, endsAt } = run;
  const early = startsAt !== '' && (course.opensAt === '' || course.opensAt >= startsAt);
  return {
    ...(run.id !== undefined && { id: run.id }),
    startsAt,
    endsAt,
    // What is wrong with them is said once, at the course.
    capacity: course.capacity || 1,
    waitlistLimit: course.waitlistLimit || 0,
    opensAt: early ? new Date(Date.parse(startsAt) - MINUTE).toISOString() : course.opensAt,
    closesAt: startsAt,
  };
}
