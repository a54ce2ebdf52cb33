import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { feedbackRoutes } from '@xiaolin/shared-types/feedback/routes';
import type { Satisfaction } from '@xiaolin/shared-types/feedback/schema';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import type { ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import type { Result } from '@/shared/api/failure';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';
import type { ListedState } from './model';

export const loadActivities = (status: ListedState, page: PageQuery) =>
  api(activityRoutes.listForStaff, { query: { status, ...page } });

/** An activity with everything that hangs on it. */
export interface Managed {
  readonly activity: StaffActivityView;
  readonly roles: readonly ServiceRoleView[];
  readonly satisfaction: Satisfaction;
}

export async function loadManaged(activityId: string): Promise<Result<Managed>> {
  const [activity, roles, feedback] = await Promise.all([
    api(activityRoutes.detailForStaff, { params: { activityId } }),
    api(shiftRoutes.listRoles, { params: { activityId } }),
    // Only the figures are wanted here, not the words.
    api(feedbackRoutes.ofActivity, { params: { activityId }, query: { limit: '1' } }),
  ]);
  if (!activity.ok) return activity;
  if (!roles.ok) return roles;
  if (!feedback.ok) return feedback;
  const { satisfaction } = feedback.value;
  return { ok: true, value: { activity: activity.value, roles: roles.value.items, satisfaction } };
}

export const cancelOccurrence = (
  activityId: string,
  occurrenceId: string,
  body: { readonly requestKey: string; readonly reason: string },
) => api(activityRoutes.cancelOccurrence, { params: { activityId, occurrenceId }, body });

export const cancelActivity = (activityId: string, reason: string) =>
  api(activityRoutes.cancel, { params: { activityId }, body: { reason } });
