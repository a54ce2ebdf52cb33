import { wayOutRoutes } from '@xiaolin/shared-types/attendance/ways-out';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export const loadMine = () => api(wayOutRoutes.mine, {});

export const propose = (requestKey: string, shiftId: string, outAt: string, reason: string) =>
  api(wayOutRoutes.propose, { params: { shiftId }, body: { requestKey, outAt, reason } });

export const answer = (requestKey: string, proposalId: string, agree: boolean, reason: string) =>
  api(wayOutRoutes.answer, {
    params: { proposalId },
    body: { requestKey, agree, ...(reason !== '' && { reason }) },
  });

export const loadMissing = (page: PageQuery) => api(wayOutRoutes.list, { query: page });

export const proposeFor = (
  requestKey: string,
  shiftId: string,
  personId: string,
  outAt: string,
  reason: string,
) => api(wayOutRoutes.proposeFor, { params: { shiftId }, body: { requestKey, personId, outAt, reason } });

export const answerFor = (requestKey: string, proposalId: string, agree: boolean, reason: string) =>
  api(wayOutRoutes.answerFor, {
    params: { proposalId },
    body: { requestKey, agree, ...(reason !== '' && { reason }) },
  });
