import type { ReportOrder } from '@xiaolin/shared-types/reports/schema';

export const presentOrder = (order: ReportOrder): ReportOrder => ({
  reportId: order.reportId,
  kind: order.kind,
  format: order.format,
  fileName: order.fileName,
  rows: order.rows,
  expiresAt: order.expiresAt,
});
