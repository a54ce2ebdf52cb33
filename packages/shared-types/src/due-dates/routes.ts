import * as v from 'valibot';
import { staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';

/** A recording unit that has not recorded within the ten working days of art. 11. */
export const OverdueUnit = v.object({
  unitId: Id,
  unitName: v.string(),
  records: v.number(),
  people: v.number(),
  /** The due day of the record that has waited longest. */
  oldestDueOn: v.string(),
  /** Working days since then. */
  workingDaysOver: v.number(),
});
export type OverdueUnit = v.InferOutput<typeof OverdueUnit>;

export const OverdueView = v.object({
  /** The district day of the answer. */
  today: v.string(),
  records: v.number(),
  /** The unit with the oldest record first. */
  units: v.array(OverdueUnit),
  /** Pending records that are not due yet but will be within three working days. */
  dueSoon: v.number(),
  /** The last year whose holidays are announced; later due days know weekends only. */
  calendarUntil: v.number(),
});
export type OverdueView = v.InferOutput<typeof OverdueView>;

export const dueDateRoutes = {
  overdue: defineRoute({
    method: 'GET',
    path: '/staff/hours/overdue',
    summary: 'Recording units in scope with records past their due day (art. 11), and what is due soon.',
    access: staff('own-scope'),
    response: OverdueView,
  }),
};
