import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { type FileOutcome, openFile } from '@/shared/platform/open-file';
import { api, fileOf } from '@/shared/session/session';

export const loadIssued = (page: PageQuery) => api(routes.listForStaff, { query: page });

export const revoke = (
  certificateId: string,
  body: { readonly requestKey: string; readonly reason: string },
) => api(routes.revoke, { params: { certificateId }, body });

export const exportHours = (
  organizationId: string,
  query: { readonly from: string; readonly to: string },
): Promise<FileOutcome> =>
  openFile({
    ...fileOf(routes.exportHours, { params: { organizationId }, query }),
    name: `hours-${query.from}-${query.to}.csv`,
  });
