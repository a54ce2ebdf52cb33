import { reportRoutes as routes } from '@xiaolin/shared-types/reports/routes';
import type {
  OrderHoursReport,
  OrderOccurrenceReport,
  ReportOrder,
} from '@xiaolin/shared-types/reports/schema';
import { type FileOutcome, openFile } from '@/shared/platform/open-file';
import { api, fileOf } from '@/shared/session/session';

export const orderOfOccurrence = (occurrenceId: string, body: OrderOccurrenceReport) =>
  api(routes.orderOfOccurrence, { params: { occurrenceId }, body });

export const orderOfHours = (organizationId: string, body: OrderHoursReport) =>
  api(routes.orderOfHours, { params: { organizationId }, body });

export const fetchReport = ({ reportId, format, fileName }: ReportOrder): Promise<FileOutcome> =>
  openFile({ ...fileOf(routes[format], { params: { reportId } }), name: fileName });
