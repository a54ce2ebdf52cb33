import * as v from 'valibot';
import { anyone, staff } from '../contract/access.js';
import { Day, Id, QueryFlag } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  ACTIVITY_STATUSES,
  ActivityView,
  CancelActivity,
  CancelOccurrence,
  CategoryView,
  ChangePreview,
  CreateDraft,
  DayCount,
  OccurrenceCard,
  PreviewChange,
  SaveDraft,
  StaffActivityCard,
  StaffActivityView,
} from './schema.js';

const activityParam = v.object({ activityId: Id });

/** How the public list is narrowed; `organizationId` reaches its whole subtree. */
const listFilter = {
  /** First district day, today when left out. */
  from: v.optional(Day),
  /** Last district day, included. */
  to: v.optional(Day),
  categoryId: v.optional(Id),
  organizationId: v.optional(Id),
};

export const activityRoutes = {
  categories: defineRoute({
    method: 'GET',
    path: '/categories',
    summary: 'The categories, in the order in which they are shown.',
    access: anyone,
    response: v.object({ items: v.array(CategoryView) }),
    cacheSeconds: 60,
  }),
  list: defineRoute({
    method: 'GET',
    path: '/activities',
    summary: 'Published occurrences that are not over, by start.',
    access: anyone,
    query: v.object({
      ...listFilter,
      hasSeats: v.optional(QueryFlag),
      /** Words that must all stand in title, category, place, organiser or responsible person. */
      q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
      ...pageQuery,
    }),
    response: page(OccurrenceCard),
    problems: ['organization.unknown'],
    cacheSeconds: 1,
  }),
  days: defineRoute({
    method: 'GET',
    path: '/activities/days',
    summary: 'How many occurrences each day has, for the date strip; at most 62 days.',
    access: anyone,
    query: v.object({ ...listFilter, from: Day, to: Day }),
    response: v.object({ items: v.array(DayCount) }),
    problems: ['organization.unknown'],
    cacheSeconds: 5,
  }),
  detail: defineRoute({
    method: 'GET',
    path: '/activities/:activityId',
    summary: 'A published (or cancelled) activity with its occurrences.',
    access: anyone,
    params: activityParam,
    response: ActivityView,
    problems: ['activity.unknown'],
    cacheSeconds: 1,
  }),
  listForStaff: defineRoute({
    method: 'GET',
    path: '/staff/activities',
    summary: "Activities in the caller's scope, last changed first.",
    access: staff('own-scope'),
    query: v.object({
      status: v.optional(v.picklist(ACTIVITY_STATUSES)),
      organizationId: v.optional(Id),
      ...pageQuery,
    }),
    response: page(StaffActivityCard),
  }),
  detailForStaff: defineRoute({
    method: 'GET',
    path: '/staff/activities/:activityId',
    summary: 'An activity with its draft, for its staff.',
    access: staff('activity'),
    params: activityParam,
    response: StaffActivityView,
    problems: ['activity.unknown'],
  }),
  createDraft: defineRoute({
    method: 'POST',
    path: '/staff/activities',
    summary: 'Starts a draft in an organization of the scope.',
    access: staff('organization'),
    body: CreateDraft,
    response: StaffActivityView,
    problems: ['organization.unknown', 'category.unknown', 'request.key-reused'],
  }),
  saveDraft: defineRoute({
    method: 'PUT',
    path: '/staff/activities/:activityId',
    summary: 'Saves a draft or changes a published activity; names the version it was based on.',
    access: staff('activity'),
    params: activityParam,
    body: SaveDraft,
    response: StaffActivityView,
    problems: [
      'activity.unknown',
      'activity.changed-meanwhile',
      'activity.wrong-state',
      'activity.incomplete',
      'activity.capacity-below-taken',
      'organization.unknown',
      'category.unknown',
      'occurrence.unknown',
    ],
  }),
  previewChange: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/changes/preview',
    summary: 'What saving this would do to people who hold a place; nothing is saved and nobody is told.',
    access: staff('activity'),
    params: activityParam,
    body: PreviewChange,
    response: ChangePreview,
    problems: [
      'activity.unknown',
      'activity.changed-meanwhile',
      'activity.wrong-state',
      'organization.unknown',
      'occurrence.unknown',
    ],
  }),
  publish: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/publish',
    summary: 'Publishes a draft; refused with the fields that are missing.',
    access: staff('activity'),
    params: activityParam,
    response: StaffActivityView,
    problems: ['activity.unknown', 'activity.incomplete', 'activity.wrong-state'],
  }),
  cancel: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/cancel',
    summary: 'Calls an activity off with a reason, frees every place and tells everyone.',
    access: staff('activity'),
    params: activityParam,
    body: CancelActivity,
    response: StaffActivityView,
    problems: ['activity.unknown', 'activity.wrong-state'],
  }),
  cancelOccurrence: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/occurrences/:occurrenceId/cancel',
    summary:
      'Calls one occurrence off with a reason and tells those who have a place; a course goes on without it.',
    access: staff('activity'),
    params: v.object({ activityId: Id, occurrenceId: Id }),
    body: CancelOccurrence,
    response: StaffActivityView,
    problems: ['activity.unknown', 'activity.wrong-state', 'occurrence.unknown', 'request.key-reused'],
  }),
};
