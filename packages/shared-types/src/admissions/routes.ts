import * as v from 'valibot';
import { person, staff } from '../contract/access.js';
import { Id, optionalText } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  AdmissionOutcome,
  CalendarFile,
  DoorEntry,
  DoorView,
  ExcuseAbsence,
  ExcuseOutcome,
  PlaceTick,
  Ticket,
  TicketScan,
  UndoAdmission,
} from './schema.js';

const occurrenceParam = v.object({ occurrenceId: Id });
const signupParam = v.object({ signupId: Id });

const admitting = [
  'occurrence.unknown',
  'admission.place-cancelled',
  'admission.no-place',
  'admission.too-early',
  'admission.over',
  'admission.too-many',
  'signup.line-busy',
  'request.key-reused',
] as const;

export const admissionRoutes = {
  ticket: defineRoute({
    method: 'GET',
    path: '/me/signups/:signupId/ticket',
    summary: 'The ticket of a confirmed place, until the end of its occurrence.',
    access: person,
    params: signupParam,
    response: Ticket,
    problems: ['signup.unknown', 'ticket.no-place', 'ticket.over'],
  }),
  calendar: defineRoute({
    method: 'GET',
    path: '/me/signups/:signupId/calendar',
    summary: 'A place as an appointment for any calendar (RFC 5545).',
    access: person,
    params: signupParam,
    response: CalendarFile,
    problems: ['signup.unknown'],
  }),
  door: defineRoute({
    method: 'GET',
    path: '/staff/occurrences/:occurrenceId/admissions',
    summary: 'The live count at the door, and when the door is open.',
    access: staff('occurrence'),
    params: occurrenceParam,
    response: DoorView,
    problems: ['occurrence.unknown'],
  }),
  doorRoster: defineRoute({
    method: 'GET',
    path: '/staff/occurrences/:occurrenceId/admissions/roster',
    summary:
      'Everybody with a place and where they stand at the door, in order of the line; searched by name.',
    access: staff('occurrence'),
    params: occurrenceParam,
    query: v.object({ name: v.optional(optionalText(40)), ...pageQuery }),
    response: page(DoorEntry),
    problems: ['occurrence.unknown'],
  }),
  scan: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/admissions',
    summary: 'Staff scan (or type) a ticket: each seat is let in once, a party in parts if need be.',
    access: staff('occurrence'),
    params: occurrenceParam,
    body: TicketScan,
    response: AdmissionOutcome,
    problems: ['admission.code-invalid', 'admission.other-occurrence', ...admitting],
  }),
  tick: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/admissions/ticks',
    summary: 'Staff tick a place on the roster; also afterwards, until absences are final.',
    access: staff('occurrence'),
    params: occurrenceParam,
    body: PlaceTick,
    response: AdmissionOutcome,
    problems: ['signup.unknown', ...admitting],
  }),
  undo: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/admissions/undo',
    summary: 'Takes an admission back, whole or in part, with a reason.',
    access: staff('occurrence'),
    params: occurrenceParam,
    body: UndoAdmission,
    response: AdmissionOutcome,
    problems: [
      'occurrence.unknown',
      'signup.unknown',
      'admission.nothing-to-undo',
      'admission.too-many',
      'admission.over',
      'signup.line-busy',
      'request.key-reused',
    ],
  }),
  excuse: defineRoute({
    method: 'POST',
    path: '/staff/occurrences/:occurrenceId/admissions/excuses',
    summary: 'Excuses somebody who did not come, with a reason, before or after the absence is final.',
    access: staff('occurrence'),
    params: occurrenceParam,
    body: ExcuseAbsence,
    response: ExcuseOutcome,
    problems: [
      'occurrence.unknown',
      'signup.unknown',
      'admission.place-cancelled',
      'admission.no-place',
      'admission.not-over-yet',
      'admission.not-absent',
      'signup.line-busy',
      'request.key-reused',
    ],
  }),
};
