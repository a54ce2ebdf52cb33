import * as v from 'valibot';
import { staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { OrderHoursReport, OrderOccurrenceReport, ReportOrder } from './schema.js';

const file = {
  method: 'GET',
  access: staff('report'),
  params: v.object({ reportId: Id }),
  response: v.string(),
  limit: 'document',
  problems: ['report.unknown', 'report.expired'],
} as const;

/**
 * A report is ordered and then fetched: the order is what is checked, counted and kept in the journal, and a reason
 * stands in no address, which every log on the way would keep.
 */
export const reportRoutes = {
  orderOfOccurrence: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/reports',
    summary:
      'Orders the roster, the sign-in sheet or the summary of an occurrence or course; kept in the journal.',
    access: staff('occurrence'),
    params: v.object({ occurrenceId: Id }),
    body: OrderOccurrenceReport,
    response: ReportOrder,
    problems: ['request.key-reused', 'occurrence.unknown', 'report.too-many', 'report.too-large'],
  }),
  orderOfHours: defineRoute({
    method: 'POST',
    path: '/staff/organizations/:organizationId/reports',
    summary: 'Orders the hour records of a unit and those below it in a period; kept in the journal.',
    access: staff('organization'),
    params: v.object({ organizationId: Id }),
    body: OrderHoursReport,
    response: ReportOrder,
    problems: ['request.key-reused', 'organization.unknown', 'report.period-invalid', 'report.too-many'],
  }),
  xlsx: defineRoute({
    ...file,
    path: '/staff/reports/:reportId/table.xlsx',
    summary: 'The table that was ordered, as a workbook; streamed.',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  csv: defineRoute({
    ...file,
    path: '/staff/reports/:reportId/table.csv',
    summary: 'The table that was ordered, as UTF-8 CSV; streamed.',
    produces: 'text/csv; charset=utf-8',
  }),
  pdf: defineRoute({
    ...file,
    path: '/staff/reports/:reportId/paper.pdf',
    summary: 'The paper that was ordered, A4.',
    produces: 'application/pdf',
  }),
};
