import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { type FileOutcome, openFile } from '@/shared/platform/open-file';
import { api, fileOf } from '@/shared/session/session';

export const loadMine = (page: PageQuery) => api(routes.mine, { query: page });
export const loadUnits = () => api(routes.units, {});
export const loadOne = (certificateId: string) => api(routes.show, { params: { certificateId } });
export const loadPreview = (query: { readonly unitId: string; readonly from: string; readonly to: string }) =>
  api(routes.preview, { query });
export const issue = (body: {
  readonly requestKey: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
}) => api(routes.issue, { body });
export const lookUp = (number: string) => api(routes.verify, { params: { number } });

export const openPaper = (certificateId: string, number: string): Promise<FileOutcome> =>
  openFile({ ...fileOf(routes.pdf, { params: { certificateId } }), name: `${number}.pdf` });
