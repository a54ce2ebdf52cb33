import type { Answer } from '@xiaolin/shared-types/contract/route';
import { serviceTotalRoutes } from '@xiaolin/shared-types/service-totals/routes';
import { api } from '@/shared/session/session';

export type ServiceTotals = Answer<typeof serviceTotalRoutes.mine>;

export const loadServiceTotals = () => api(serviceTotalRoutes.mine, {});
