import type { OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import type { FieldProblem } from '@xiaolin/shared-types/contract/problem';
import type { LineTerms, SomeTerms } from '@xiaolin/shared-types/signups/schema';
import { begunAlready } from './publishable.js';

/** An occurrence as it stands. */
export type Run = Omit<OccurrenceDraft, 'id' | 'terms'> & {
  readonly id: string;
  readonly terms: LineTerms;
};

/** Only what differs. */
export type RunChange = Partial<Omit<Run, 'id' | 'terms'> & { readonly terms: SomeTerms }>;

export interface ChangedRun {
  readonly id: string;
  /** Where it stands in the draft. */
  readonly index: number;
  readonly was: Run;
  readonly change: RunChange;
}

/** What has to happen so that the occurrences become what the worker wrote. */
export interface RunPlan {
  readonly added: readonly { readonly index: number; readonly run: OccurrenceDraft }[];
  readonly changed: readonly ChangedRun[];
  readonly removed: readonly Run[];
}

export type RunPlanVerdict =
  | { readonly ok: true; readonly plan: RunPlan }
  /** An id that is not one of this activity's occurrences. */
  | { readonly ok: false; readonly why: 'unknown' }
  /** The same occurrence twice in one draft. */
  | { readonly ok: false; readonly why: 'repeated'; readonly index: number };

const FIELDS = ['startsAt', 'endsAt', 'opensAt', 'closesAt', 'capacity', 'waitlistLimit'] as const;

/** Compares what stands with what is wanted; an occurrence keeps its id through every change. */
export function planRuns(standing: readonly Run[], wanted: readonly OccurrenceDraft[]): RunPlanVerdict {
  const known = new Map(standing.map((run) => [run.id, run]));
  const kept = new Set<string>();
  const added: { index: number; run: OccurrenceDraft }[] = [];
  const changed: ChangedRun[] = [];
  for (const [index, run] of wanted.entries()) {
    if (run.id === undefined) {
      added.push({ index, run });
      continue;
    }
    const was = known.get(run.id);
    if (was === undefined) return { ok: false, why: 'unknown' };
    if (kept.has(run.id)) return { ok: false, why: 'repeated', index };
    kept.add(run.id);
    const change = differences(was, run);
    if (Object.keys(change).length > 0) changed.push({ id: run.id, index, was, change });
  }
  return { ok: true, plan: { added, changed, removed: standing.filter(({ id }) => !kept.has(id)) } };
}

function differences(was: Run, run: OccurrenceDraft): RunChange {
  const fields = FIELDS.filter((field) => run[field] !== was[field]).map((field) => [field, run[field]]);
  const terms = changedTerms(was.terms, run.terms ?? {});
  return { ...Object.fromEntries(fields), ...(Object.keys(terms).length > 0 && { terms }) };
}

/** What is left out stays as it is. */
export const changedTerms = (was: LineTerms, wanted: SomeTerms): SomeTerms =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([term, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(was[term as keyof LineTerms]),
    ),
  );

/** People who hold a place must hear of it. */
export const isMoved = ({ change }: Pick<ChangedRun, 'change'>): boolean =>
  change.startsAt !== undefined || change.endsAt !== undefined;

export type RunningVerdict =
  | { readonly ok: true }
  /** An occurrence that is over stays as it was. */
  | { readonly ok: false; readonly why: 'over' }
  | { readonly ok: false; readonly why: 'incomplete'; readonly missing: readonly FieldProblem[] };

/** Whether a published activity may be changed like this: what is over is history, and nothing moves into the past. */
export function checkRunning(plan: RunPlan, now: Date): RunningVerdict {
  const isOver = (run: Run) => Date.parse(run.endsAt) <= now.getTime();
  if (plan.removed.some(isOver) || plan.changed.some(({ was }) => isOver(was)))
    return { ok: false, why: 'over' };
  const missing = [
    ...plan.added.flatMap(({ index, run }) => begunAlready(run, index, now)),
    ...plan.changed.flatMap((each) => movedIntoThePast(each, now)),
  ];
  return missing.length === 0 ? { ok: true } : { ok: false, why: 'incomplete', missing };
}

function movedIntoThePast({ change, was, index }: ChangedRun, now: Date): FieldProblem[] {
  const startsAt = change.startsAt ?? was.startsAt;
  const problems = change.startsAt === undefined ? [] : begunAlready({ startsAt }, index, now);
  if (change.endsAt !== undefined && Date.parse(change.endsAt) <= now.getTime())
    problems.push({ path: `draft.occurrences.${index}.endsAt`, message: '结束时间已经过了，改晚一些' });
  return problems;
}
