import { offlineRoutes } from '@xiaolin/shared-types/attendance/offline-routes';
import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import type { Direction, PlaceCheck, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import { LARGEST_PAGE } from '@xiaolin/shared-types/contract/paging';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import { workbenchRoutes } from '@xiaolin/shared-types/workbench/routes';
import type { Result } from '@/shared/api/failure';
import { loadPages } from '@/shared/api/load-pages';
import { deviceId } from '@/shared/offline/device-id';
import { api } from '@/shared/session/session';

export const loadToday = () => api(workbenchRoutes.show, {});

export const loadShift = (shiftId: string) => api(shiftRoutes.detail, { params: { shiftId } });

export const loadSiteCode = (shiftId: string, direction: Direction) =>
  api(attendanceRoutes.siteCode, { params: { shiftId }, query: { direction } });

export interface DeskRoster {
  readonly entries: readonly ShiftRosterEntry[];
  /** More volunteers than the list holds. */
  readonly hasMore: boolean;
  readonly checkedIn: number;
  readonly checkedOut: number;
  readonly expected: number;
}

/** Five of the largest pages: five hundred volunteers in one shift have never been seen. */
const mostPages = 5;

/** Everybody of the shift at once, so that a name can be found; the counts are the server's own. */
export async function loadRoster(shiftId: string): Promise<Result<DeskRoster>> {
  const params = { shiftId };
  const [list, counts] = await Promise.all([
    loadPages(mostPages, (cursor) =>
      api(attendanceRoutes.roster, {
        params,
        query: { limit: String(LARGEST_PAGE), ...(cursor !== undefined && { cursor }) },
      }),
    ),
    loadSiteCode(shiftId, 'in'),
  ]);
  if (!list.ok) return list;
  if (!counts.ok) return counts;
  const { checkedIn, checkedOut, expected } = counts.value;
  const { items, hasMore } = list.value;
  return { ok: true, value: { entries: items, hasMore, checkedIn, checkedOut, expected } };
}

/** One code that was scanned or typed; sent again it keeps its key, and the server does it once. */
export interface ScanIntent {
  readonly requestKey: string;
  readonly code: string;
  readonly direction: Direction;
  readonly deviceTime: string;
}

export const sendVolunteerScan = (shiftId: string, body: ScanIntent) =>
  api(attendanceRoutes.scanVolunteer, { params: { shiftId }, body: { ...body, device: deviceId() } });

export interface TickIntent {
  readonly requestKey: string;
  readonly personId: string;
  readonly direction: Direction;
  readonly reason: string;
}

export const sendTick = (shiftId: string, body: TickIntent) =>
  api(attendanceRoutes.tick, { params: { shiftId }, body });

export const loadPlaceCheck = (shiftId: string) => api(offlineRoutes.placeCheck, { params: { shiftId } });

export const setPlaceCheck = (shiftId: string, radiusMetres: PlaceCheck['radiusMetres']) =>
  api(offlineRoutes.setPlaceCheck, { params: { shiftId }, body: { radiusMetres } });
