import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id, QueryFlag } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  ConfirmHours,
  ConfirmOutcome,
  HOUR_STATUSES,
  HourHistory,
  HourRecordView,
  HourTotals,
  RejectHours,
  StaffHourRecord,
} from './schema.js';

/** One slice of the totals: the records that a figure is made of. */
const sliceQuery = {
  /** In the district, e.g. `2026`. */
  year: v.optional(v.pipe(v.string(), v.regex(/^20\d\d$/, 'a year'))),
  unitId: v.optional(Id),
  categoryId: v.optional(Id),
};

export const hourRoutes = {
  totals: defineRoute({
    method: 'GET',
    path: '/me/hours/totals',
    summary: "The caller's minutes of service, confirmed and pending.",
    access: person,
    response: HourTotals,
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/me/hours',
    summary: "The caller's hour records, latest shift first.",
    access: person,
    query: v.object({ ...sliceQuery, ...pageQuery }),
    response: page(HourRecordView),
  }),
  history: defineRoute({
    method: 'GET',
    path: '/me/hours/:recordId',
    summary: "All versions of one of the caller's records: who changed what, when, and why.",
    access: person,
    params: v.object({ recordId: Id }),
    response: HourHistory,
    problems: ['hours.unknown'],
  }),
  listForStaff: defineRoute({
    method: 'GET',
    path: '/staff/hours',
    summary: 'Hour records in scope: flagged first, then by due date.',
    access: staff('own-scope'),
    query: v.object({
      status: v.optional(v.picklist(HOUR_STATUSES)),
      unitId: v.optional(Id),
      /** Only what is past its due day. */
      overdue: v.optional(QueryFlag),
      ...pageQuery,
    }),
    response: page(StaffHourRecord),
  }),
  confirm: defineRoute({
    method: 'POST',
    path: '/staff/hours/confirm',
    summary: 'Confirms records; each is decided for itself and refusals are named.',
    access: staff('own-scope'),
    body: ConfirmHours,
    response: ConfirmOutcome,
    problems: ['request.key-reused'],
  }),
  reject: defineRoute({
    method: 'POST',
    path: '/staff/hours/:recordId/reject',
    summary: 'Rejects a pending record with a reason that the volunteer sees.',
    access: staff('hour-record'),
    params: v.object({ recordId: Id }),
    body: RejectHours,
    response: StaffHourRecord,
    problems: ['hours.unknown', 'hours.own-record', 'hours.not-pending'],
  }),
};
