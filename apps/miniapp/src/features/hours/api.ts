import type { Answer } from '@xiaolin/shared-types/contract/route';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export type HourTotals = Answer<typeof hourRoutes.totals>;

export const loadHourTotals = () => api(hourRoutes.totals, {});
export const loadHourRecords = (page: PageQuery) => api(hourRoutes.mine, { query: page });
export const loadHourHistory = (recordId: string) => api(hourRoutes.history, { params: { recordId } });
