import * as v from 'valibot';
import { coordinators, person } from '../contract/access.js';
import { Day, Done } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  CampusHours,
  CampusStudent,
  DecideStudents,
  SaveStudent,
  STUDENT_STATES,
  StudentProfileView,
  StudentsDecided,
} from './schema.js';

/** A year at most, so that one question stays answerable. */
const period = { from: v.optional(Day), to: v.optional(Day) };

export const studentRoutes = {
  mine: defineRoute({
    method: 'GET',
    path: '/me/student',
    summary: 'What the caller said about their studies, and whether the campus has verified it.',
    access: person,
    response: v.object({ profile: v.nullable(StudentProfileView) }),
  }),
  save: defineRoute({
    method: 'PUT',
    path: '/me/student',
    summary: 'Says where the caller studies; whatever changes waits for the campus again.',
    access: person,
    body: SaveStudent,
    response: v.object({ profile: v.nullable(StudentProfileView) }),
    problems: ['organization.unknown'],
  }),
  forget: defineRoute({
    method: 'DELETE',
    path: '/me/student',
    summary: 'Takes it back; rankings forget the caller, too. Hours stay.',
    access: person,
    response: Done,
  }),
  listForCampus: defineRoute({
    method: 'GET',
    path: '/campus/students',
    summary: "Students of the caller's campus in one state, who waits longest first.",
    access: coordinators('own-scope'),
    query: v.object({ state: v.picklist(STUDENT_STATES), ...pageQuery }),
    response: page(CampusStudent),
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/campus/students/decisions',
    summary: 'Verifies, rejects or withdraws students; each is decided for itself and refusals are named.',
    access: coordinators('own-scope'),
    body: DecideStudents,
    response: StudentsDecided,
    problems: ['request.key-reused'],
  }),
  hours: defineRoute({
    method: 'GET',
    path: '/campus/hours',
    summary:
      "Minutes of the campus's verified students by school and class; this year when no days are named.",
    access: coordinators('own-scope'),
    query: v.object(period),
    response: CampusHours,
  }),
  hoursFile: defineRoute({
    method: 'GET',
    path: '/campus/hours/file',
    summary: 'The same as a table for spreadsheets: CSV in UTF-8 with a byte order mark.',
    access: coordinators('own-scope'),
    query: v.object(period),
    response: v.string(),
    produces: 'text/csv; charset=utf-8',
  }),
};
