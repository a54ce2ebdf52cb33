import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';

/**
 * The state of an activity at this moment. A published activity is over once its last occurrence or shift is; that
 * follows from the clock, so no job has to store it in time.
 *
 * @param lastEndsAt end of its last occurrence or shift (ISO 8601), null when it has none.
 */
export function standingOf(stored: ActivityStatus, lastEndsAt: string | null, now: Date): ActivityStatus {
  const over = lastEndsAt !== null && Date.parse(lastEndsAt) <= now.getTime();
  return stored === 'published' && over ? 'ended' : stored;
}

/** What a worker may still write: a draft in any stage before approval, or an activity that runs. */
export const isEditable = (standing: ActivityStatus): boolean =>
  standing === 'draft' || standing === 'returned' || standing === 'published';

/** Anybody may see what was once published; a draft that was called off never was. */
export const isPublic = (stored: ActivityStatus, publishedAt: string | null): boolean =>
  publishedAt !== null && stored !== 'archived';
