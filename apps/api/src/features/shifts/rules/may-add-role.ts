import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';

const OPEN: readonly ActivityStatus[] = ['draft', 'submitted', 'returned', 'approved', 'published'];

export interface ActivityFacts {
  readonly status: ActivityStatus;
  /** When the last of its lines ends (ISO 8601); null while it has none. */
  readonly lastEndsAt: string | null;
}

/** Roles are added until an activity is cancelled or over; whether it is over is read off the clock. */
export function mayAddRole(activity: ActivityFacts, now: Date): boolean {
  if (!OPEN.includes(activity.status)) return false;
  if (activity.status !== 'published' || activity.lastEndsAt === null) return true;
  return now.getTime() < Date.parse(activity.lastEndsAt);
}
