import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import type { RoleEdit, ServiceRoleView, ShiftDraft } from '@xiaolin/shared-types/shifts/schema';
import type { Result } from '@/shared/api/failure';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

/** One role of an activity; null when it is gone. */
export async function loadRole(activityId: string, roleId: string): Promise<Result<ServiceRoleView | null>> {
  const roles = await api(shiftRoutes.listRoles, { params: { activityId } });
  if (!roles.ok) return roles;
  return { ok: true, value: roles.value.items.find(({ id }) => id === roleId) ?? null };
}

export const saveRole = (
  requestKey: string,
  activityId: string,
  roleId: string,
  role: Omit<RoleEdit, 'requestKey'>,
) => api(shiftRoutes.editRole, { params: { activityId, roleId }, body: { requestKey, ...role } });

export const saveShift = (requestKey: string, shiftId: string, shift: ShiftDraft, agreed: string | null) =>
  api(shiftRoutes.editShift, {
    params: { shiftId },
    body: { requestKey, shift, ...(agreed !== null && { agreed }) },
  });

export const removeShift = (requestKey: string, shiftId: string, reason: string) =>
  api(shiftRoutes.removeShift, { params: { shiftId }, body: { requestKey, reason } });

export const removeRole = (requestKey: string, activityId: string, roleId: string, reason: string) =>
  api(shiftRoutes.removeRole, { params: { activityId, roleId }, body: { requestKey, reason } });

export const loadVolunteers = (shiftId: string, page: PageQuery) =>
  api(shiftRoutes.volunteers, { params: { shiftId }, query: page });
