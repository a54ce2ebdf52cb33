import type { CourseDraft, OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import type { LineTerms, SomeTerms } from '@xiaolin/shared-types/signups/schema';
import { changedTerms, type Run } from './plan-runs.js';

/** A course as it stands. */
export interface Course extends Omit<CourseDraft, 'terms'> {
  readonly terms: LineTerms;
}

export type CourseChange = Partial<Omit<CourseDraft, 'terms'> & { readonly terms: SomeTerms }>;

/** What has to happen so that dates are taken as the worker wrote: all at once, or one by one. */
export type CoursePlan =
  | { readonly kind: 'none' }
  /** From one by one to all at once. */
  | { readonly kind: 'open'; readonly course: CourseDraft }
  | { readonly kind: 'keep'; readonly change: CourseChange }
  /** From all at once to one by one. */
  | { readonly kind: 'close' };

const FIELDS = ['capacity', 'waitlistLimit', 'opensAt', 'closesAt'] as const;

/** @param wanted null: one by one; undefined: as it stands */
export function planCourse(standing: Course | null, wanted: CourseDraft | null | undefined): CoursePlan {
  if (standing === null) return wanted ? { kind: 'open', course: wanted } : { kind: 'none' };
  if (wanted === null) return { kind: 'close' };
  if (wanted === undefined) return { kind: 'keep', change: {} };
  const fields = FIELDS.filter((field) => wanted[field] !== standing[field]).map((field) => [
    field,
    wanted[field],
  ]);
  const terms = changedTerms(standing.terms, wanted.terms ?? {});
  return {
    kind: 'keep',
    change: { ...Object.fromEntries(fields), ...(Object.keys(terms).length > 0 && { terms }) },
  };
}

/** A date says only when it is: the rest is its course's. */
export function asDates(
  wanted: readonly OccurrenceDraft[],
  standing: readonly Run[],
  course: CourseDraft,
): OccurrenceDraft[] {
  const known = new Map(standing.map((run) => [run.id, run]));
  return wanted.map(({ id, startsAt, endsAt }) => {
    const { capacity, waitlistLimit, opensAt, closesAt, terms } = known.get(id ?? '') ?? course;
    return {
      ...(id !== undefined && { id }),
      startsAt,
      endsAt,
      capacity,
      waitlistLimit,
      opensAt,
      closesAt,
      terms,
    };
  });
}

/** From its first start to its last end; a draft without dates has its window instead. */
export const spanOf = (
  runs: readonly Pick<OccurrenceDraft, 'startsAt' | 'endsAt'>[],
  { opensAt, closesAt }: Pick<CourseDraft, 'opensAt' | 'closesAt'>,
): { readonly startsAt: string; readonly endsAt: string } => ({
  startsAt: runs.map(({ startsAt }) => startsAt).sort()[0] ?? opensAt,
  endsAt:
    runs
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? closesAt,
});
