import * as v from 'valibot';
import { count, Id } from '../contract/fields.js';

const minutes = {
  confirmedMinutes: v.number(),
  pendingMinutes: v.number(),
  /** Confirmed and pending ones together; rejected ones are not among them. */
  records: v.number(),
};

/** One slice of somebody's service; `id` narrows the list of records to what it is made of. */
export const ServiceSlice = v.object({ id: Id, name: v.string(), ...minutes });
export type ServiceSlice = v.InferOutput<typeof ServiceSlice>;

/**
 * Our own display, no official grade: a star for each step that the confirmed minutes reach. The steps are a setting
 * of the district, in hours.
 */
export const StarsView = v.object({
  stars: v.number(),
  steps: v.array(v.number()),
  /** Minutes at which the next star begins; null on the last one. */
  nextAtMinutes: v.nullable(v.number()),
});
export type StarsView = v.InferOutput<typeof StarsView>;

export const ServiceTotalsView = v.object({
  total: v.object(minutes),
  stars: StarsView,
  /** Latest year first; the id is the year in the district, in which the shift starts. */
  byYear: v.array(ServiceSlice),
  /** By recording unit, most confirmed minutes first. */
  byUnit: v.array(ServiceSlice),
  byCategory: v.array(ServiceSlice),
});
export type ServiceTotalsView = v.InferOutput<typeof ServiceTotalsView>;

/** Hours at which each star begins. */
export const StarSteps = v.object({
  steps: v.pipe(
    v.array(count(1, 100_000)),
    v.minLength(1, 'at least one step'),
    v.maxLength(10, 'at most 10 steps'),
    v.check(
      (steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)),
      'each step above the one before',
    ),
  ),
});
