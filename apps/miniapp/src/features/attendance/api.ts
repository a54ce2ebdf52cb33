import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import type { BatchedResult, MyShift } from '@xiaolin/shared-types/attendance/schema';
import type { Result } from '@/shared/api/failure';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { deviceId } from '@/shared/offline/device-id';
import { api } from '@/shared/session/session';
import { fetchPasses } from './passes';
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
  void fetchPasses(shifts.coming);
  return { ok: true, value: shifts };
}

export const loadPastShifts = (page: PageQuery) =>
  api(attendanceRoutes.mine, { query: { when: 'past', ...page } });

export const loadMyCode = () => api(attendanceRoutes.volunteerCode, {});

/** The phone's own clock goes along: the server measures by how much it is off. */
export async function sendScans(scans: readonly QueuedScan[]): Promise<Result<readonly BatchedResult[]>> {
  const result = await api(attendanceRoutes.syncSiteScans, {
    body: {
      phoneTime: new Date().toISOString(),
      device: deviceId(),
      scans: scans.map(({ key, code, shiftId, deviceTime, place }) => ({
        requestKey: key,
        code,
        deviceTime,
        ...(shiftId !== null && { shiftId }),
        ...(place !== null && { place }),
      })),
    },
  });
  return result.ok ? { ok: true, value: result.value.results } : result;
}
