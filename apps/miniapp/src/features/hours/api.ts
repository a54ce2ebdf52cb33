import type { Answer } from '@xiaolin/shared-types/contract/route';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export type HourTotals = Answer<typeof hourRoutes.totals>;

export const loadHourTotals = () => api(hourRoutes.totals, {});
/** The records that one figure of the totals is made of. */
export const loadSlice = (
  slice: {
    readonly year: string | undefined;
    readonly unitId: string | undefined;
    readonly categoryId: string | undefined;
  },
  page: PageQuery,
) => {
  const { year, unitId, categoryId } = slice;
  return api(hourRoutes.mine, {
    query: {
      ...page,
      ...(year !== undefined && { year }),
      ...(unitId !== undefined && { unitId }),
      ...(categoryId !== undefined && { categoryId }),
    },
  });
};
export const loadHourRecords = (page: PageQuery) => api(hourRoutes.mine, { query: page });
export const loadHourHistory = (recordId: string) => api(hourRoutes.history, { params: { recordId } });
