import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import type { Result } from '@/shared/api/failure';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api, session } from '@/shared/session/session';

/** @param organizationId only this community and what lies below it; null for the whole district. */
export const loadShifts = (organizationId: string | null, page: PageQuery) =>
  api(shiftRoutes.list, { query: { ...page, ...(organizationId !== null && { organizationId }) } });

export const loadShift = (shiftId: string) => api(shiftRoutes.detail, { params: { shiftId } });

/** The caller's place in a shift, or null; nobody is signed in: null. */
export async function loadMyPlace(shiftId: string, activityId: string): Promise<Result<MySignup | null>> {
  if (session.getState().token === null) return { ok: true, value: null };
  const mine = await api(signupRoutes.mine, {
    query: { when: 'coming', kind: 'shift', activityId, limit: '100' },
  });
  if (!mine.ok) return mine;
  const place = mine.value.items.find(
    ({ lineId, status }) => lineId === shiftId && ['confirmed', 'waitlisted', 'offered'].includes(status),
  );
  return { ok: true, value: place ?? null };
}

export const takePlace = (shiftId: string, requestKey: string) =>
  api(signupRoutes.createForShift, { params: { shiftId }, body: { requestKey } });

export const giveUpPlace = (signupId: string, requestKey: string, reason: string) =>
  api(signupRoutes.cancel, { params: { signupId }, body: { requestKey, ...(reason !== '' && { reason }) } });
