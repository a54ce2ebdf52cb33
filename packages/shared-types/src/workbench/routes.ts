import * as v from 'valibot';
import { staff } from '../contract/access.js';
import { Id, Instant } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { LineView } from '../signups/schema.js';

/** What happens today: an occurrence with its door and its shifts. */
export const TodayItem = v.object({
  activityId: Id,
  occurrenceId: Id,
  title: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  placeName: v.nullable(v.string()),
  organizationName: v.string(),
  line: LineView,
  shifts: v.array(
    v.object({
      id: Id,
      roleName: v.string(),
      startsAt: Instant,
      endsAt: Instant,
      taken: v.number(),
      needed: v.number(),
    }),
  ),
});
export type TodayItem = v.InferOutput<typeof TodayItem>;

const Waiting = v.object({
  count: v.number(),
  /** Fewest working days left; null when nothing waits. */
  workingDaysLeft: v.nullable(v.number()),
});

export const WorkbenchView = v.object({
  today: v.array(TodayItem),
  /** Hour records that wait for a decision, and how many carry a flag. */
  pendingHours: v.object({
    records: v.number(),
    flagged: v.number(),
    /** Fewest working days left of the ten (art. 11); null when nothing waits. */
    workingDaysLeft: v.nullable(v.number()),
    /** Past their due day. */
    overdue: v.number(),
  }),
  /** Corrections that the caller may decide about, and entries by hand that they may approve. */
  corrections: Waiting,
  entries: Waiting,
  /** Stays without an end whose way out is closed: nothing is credited until a time is agreed. */
  waysOut: v.number(),
  /** Volunteers' qualifications that wait to be verified. */
  qualifications: v.number(),
  drafts: v.array(v.object({ id: Id, title: v.string(), updatedAt: Instant })),
});
export type WorkbenchView = v.InferOutput<typeof WorkbenchView>;

export const workbenchRoutes = {
  show: defineRoute({
    method: 'GET',
    path: '/staff/workbench',
    summary: "What waits for the caller today, within the caller's scope.",
    access: staff('own-scope'),
    response: WorkbenchView,
  }),
};
