import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { LARGEST_PAGE } from '@xiaolin/shared-types/contract/paging';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

/** A record as its confirmer sees it. */
export type ReviewRecord = Answer<typeof hourRoutes.listForStaff>['items'][number];

/** Some of what waits: of one unit, or only what is overdue. */
export interface Waiting {
  readonly unitId?: string | undefined;
  readonly overdue?: boolean;
}

/** As many as one page holds: what is confirmed in one tap must be on the page. */
export const loadPending = ({ unitId, overdue }: Waiting, { cursor }: PageQuery) =>
  api(hourRoutes.listForStaff, {
    query: {
      status: 'pending',
      limit: String(LARGEST_PAGE),
      ...(unitId !== undefined && { unitId }),
      ...(overdue === true && { overdue: 'true' as const }),
      ...(cursor !== undefined && { cursor }),
    },
  });

export const confirmRecords = (requestKey: string, recordIds: string[]) =>
  api(hourRoutes.confirm, { body: { requestKey, recordIds } });

/** A flagged one, by itself: whoever confirms it says that they looked. */
export const confirmFlagged = (requestKey: string, recordId: string) =>
  api(hourRoutes.confirm, { body: { requestKey, recordIds: [recordId], acknowledgeFlags: true } });

export const rejectRecord = (recordId: string, reason: string) =>
  api(hourRoutes.reject, { params: { recordId }, body: { reason } });
