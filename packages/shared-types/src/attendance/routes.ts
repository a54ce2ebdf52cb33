import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  BatchAnswer,
  DIRECTIONS,
  MyShift,
  RosterTick,
  ScanOutcome,
  ShiftPasses,
  ShiftRosterEntry,
  SiteCodeView,
  SiteScan,
  SiteScanBatch,
  VolunteerCodeView,
  VolunteerScan,
} from './schema.js';

const shiftParam = v.object({ shiftId: Id });

const scanning = [
  'attendance.code-invalid',
  'attendance.code-expired',
  'attendance.not-signed-up',
  'attendance.too-early',
  'attendance.too-late',
  'attendance.not-checked-in',
  'attendance.already-checked-out',
  'signup.line-busy',
  'request.key-reused',
] as const;

export const attendanceRoutes = {
  siteCode: defineRoute({
    method: 'GET',
    path: '/staff/shifts/:shiftId/site-code',
    summary: "The site's rotating code of this moment, with the live count.",
    access: staff('shift'),
    params: shiftParam,
    query: v.object({ direction: v.picklist(DIRECTIONS) }),
    response: SiteCodeView,
    problems: ['shift.unknown'],
  }),
  scanSite: defineRoute({
    method: 'POST',
    path: '/attendance/site-scans',
    summary: "A volunteer scans (or types) the site's code; the code says whether it is in or out.",
    access: person,
    body: SiteScan,
    response: ScanOutcome,
    problems: ['shift.unknown', 'attendance.code-other-shift', ...scanning],
  }),
  syncSiteScans: defineRoute({
    method: 'POST',
    path: '/attendance/site-scan-batches',
    summary: "A volunteer's scans of sites' codes that waited on the phone; each answers for itself.",
    access: person,
    body: SiteScanBatch,
    response: BatchAnswer,
  }),
  passes: defineRoute({
    method: 'GET',
    path: '/me/shift-passes',
    summary: "The private halves with which the caller's phone makes codes for its next shifts, offline too.",
    access: person,
    response: ShiftPasses,
  }),
  volunteerCode: defineRoute({
    method: 'GET',
    path: '/me/volunteer-code',
    summary: "The caller's one-time code, for the staff to scan.",
    access: person,
    response: VolunteerCodeView,
  }),
  scanVolunteer: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/volunteer-scans',
    summary: "Staff scan a volunteer's one-time code.",
    access: staff('shift'),
    params: shiftParam,
    body: VolunteerScan,
    response: ScanOutcome,
    problems: ['shift.unknown', 'attendance.code-used', ...scanning],
  }),
  tick: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/ticks',
    summary: 'Staff tick somebody on the roster, with a reason.',
    access: staff('shift'),
    params: shiftParam,
    body: RosterTick,
    response: ScanOutcome,
    problems: [
      'shift.unknown',
      'attendance.not-signed-up',
      'attendance.too-early',
      'attendance.too-late',
      'attendance.not-checked-in',
      'attendance.already-checked-out',
      'signup.line-busy',
      'request.key-reused',
    ],
  }),
  roster: defineRoute({
    method: 'GET',
    path: '/staff/shifts/:shiftId/roster',
    summary: 'The volunteers of a shift with where their attendance stands.',
    access: staff('shift'),
    params: shiftParam,
    query: v.object(pageQuery),
    response: page(ShiftRosterEntry),
    problems: ['shift.unknown'],
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/me/shifts',
    summary: "The caller's shifts: to come and running (soonest first) or past (latest first).",
    access: person,
    query: v.object({ when: v.picklist(['coming', 'past']), ...pageQuery }),
    response: page(MyShift),
  }),
};
