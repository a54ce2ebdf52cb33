import type { Answer } from '@xiaolin/shared-types/contract/route';
import { rankingRoutes } from '@xiaolin/shared-types/rankings/routes';
import type { RankingPeriod, ShownName } from '@xiaolin/shared-types/rankings/schema';
import { api } from '@/shared/session/session';

export type Consent = Answer<typeof rankingRoutes.consent>['consent'];

export const loadRanking = (period: RankingPeriod) => api(rankingRoutes.show, { query: { period } });
export const loadConsent = () => api(rankingRoutes.consent, {});
export const giveConsent = (shownName: ShownName) => api(rankingRoutes.giveConsent, { body: { shownName } });
export const withdrawConsent = () => api(rankingRoutes.withdrawConsent, {});
