import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import { api } from '@/shared/session/session';

/** How the public list is narrowed; what is undefined is left out. */
export interface ListFilter {
  readonly from?: string;
  readonly to?: string;
  readonly categoryId?: string;
  readonly organizationId?: string;
  readonly hasSeats?: boolean;
  readonly q?: string;
}

interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

export const listCategories = () => api(activityRoutes.categories, {});

export const listOccurrences = ({ hasSeats, q, ...filter }: ListFilter, page: PageQuery) =>
  api(activityRoutes.list, {
    query: { ...filter, ...page, hasSeats: hasSeats ? 'true' : undefined, q: q || undefined },
  });

/** How many each of the next days has. */
export const countDays = (
  filter: Pick<ListFilter, 'categoryId' | 'organizationId'>,
  now: Date,
  days: number,
) => {
  const from = districtDay(now);
  return api(activityRoutes.days, { query: { ...filter, from, to: addDistrictDays(from, days - 1) } });
};

export const readActivity = (activityId: string) => api(activityRoutes.detail, { params: { activityId } });

/** Shifts of this activity that still want volunteers. */
export const shiftsOf = (activityId: string) => api(shiftRoutes.list, { query: { activityId, limit: '10' } });
