import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import type { Result } from '@/shared/api/failure';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';
import { rememberShifts } from './known-shifts';
import type { QueuedScan } from './scan-queue';

export interface MyShifts {
  readonly coming: readonly MyShift[];
  /** The latest ones only. */
  readonly past: readonly MyShift[];
}

/** Those that are to come and running, and the latest past ones: a missed way out stands among them. */
export async function loadMyShifts(): Promise<Result<MyShifts>> {
  const [coming, past] = await Promise.all([
    api(attendanceRoutes.mine, { query: { when: 'coming', limit: '50' } }),
    api(attendanceRoutes.mine, { query: { when: 'past', limit: '10' } }),
  ]);
  if (!coming.ok) return coming;
  if (!past.ok) return past;
  const shifts = { coming: coming.value.items, past: past.value.items };
  rememberShifts(shifts);
  return { ok: true, value: shifts };
}

export const loadPastShifts = (page: PageQuery) =>
  api(attendanceRoutes.mine, { query: { when: 'past', ...page } });

export const loadMyCode = () => api(attendanceRoutes.volunteerCode, {});

export const sendScan = ({ key, code, shiftId, deviceTime }: QueuedScan) =>
  api(attendanceRoutes.scanSite, {
    body: { requestKey: key, code, deviceTime, ...(shiftId !== null && { shiftId }) },
  });
