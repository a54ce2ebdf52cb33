import * as v from 'valibot';
import { Day, Id, Instant, RequestKey, text } from '../contract/fields.js';

export const REPORT_KINDS = [
  /** Who has a place or waits, as a table. */
  'roster',
  /** The same people on paper, with room to sign. */
  'sign-in-sheet',
  /** What took place, how many came and how that was counted. */
  'summary',
  /** Hour records of a unit and those below it, in a period. */
  'hours',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['xlsx', 'csv', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The longest period of one report, in days. */
export const LONGEST_REPORT_DAYS = 731;
/** More people than this are a table, not paper. */
export const MOST_ON_PAPER = 2_000;
/** For how long an order is answered with its file. */
export const ORDER_MINUTES = 15;

const tableFormat = v.picklist(['xlsx', 'csv']);
const paperFormat = v.literal('pdf');

/** What staff order about one occurrence, or a course by its id. */
export const OrderOccurrenceReport = v.variant('kind', [
  v.object({
    kind: v.literal('roster'),
    format: tableFormat,
    /** Why telephone numbers are needed in full; null: they are masked (个人信息保护法 art. 6). */
    phonesReason: v.nullable(text(100)),
    requestKey: RequestKey,
  }),
  v.object({ kind: v.literal('sign-in-sheet'), format: paperFormat, requestKey: RequestKey }),
  v.object({ kind: v.literal('summary'), format: paperFormat, requestKey: RequestKey }),
]);
export type OrderOccurrenceReport = v.InferOutput<typeof OrderOccurrenceReport>;

export const OrderHoursReport = v.object({
  format: tableFormat,
  /** District days, both included. */
  from: Day,
  to: Day,
  requestKey: RequestKey,
});
export type OrderHoursReport = v.InferOutput<typeof OrderHoursReport>;

/** An order that was written down: its file is asked for by whoever ordered it, until `expiresAt`. */
export const ReportOrder = v.object({
  reportId: Id,
  kind: v.picklist(REPORT_KINDS),
  format: v.picklist(REPORT_FORMATS),
  /** For people, e.g. `花田清理-名单-2026-11-28.xlsx`. */
  fileName: v.string(),
  /** Lines it had when it was ordered; null where that says nothing. */
  rows: v.nullable(v.number()),
  expiresAt: Instant,
});
export type ReportOrder = v.InferOutput<typeof ReportOrder>;
