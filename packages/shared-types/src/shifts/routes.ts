import * as v from 'valibot';
import { anyone, staff } from '../contract/access.js';
import { Day, Id } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import { RoleDraft, ServiceRoleView, ShiftCard, ShiftView } from './schema.js';

export const shiftRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/shifts',
    summary: 'Shifts of published activities that have not begun, by start.',
    access: anyone,
    query: v.object({
      from: v.optional(Day),
      to: v.optional(Day),
      organizationId: v.optional(Id),
      activityId: v.optional(Id),
      ...pageQuery,
    }),
    response: page(ShiftCard),
    problems: ['organization.unknown'],
    cacheSeconds: 1,
  }),
  detail: defineRoute({
    method: 'GET',
    path: '/shifts/:shiftId',
    summary: 'A shift with its role, risks and who is in charge.',
    access: anyone,
    params: v.object({ shiftId: Id }),
    response: ShiftView,
    problems: ['shift.unknown'],
    cacheSeconds: 1,
  }),
  listRoles: defineRoute({
    method: 'GET',
    path: '/staff/activities/:activityId/roles',
    summary: 'The service roles of an activity with their shifts.',
    access: staff('activity'),
    params: v.object({ activityId: Id }),
    response: v.object({ items: v.array(ServiceRoleView) }),
    problems: ['activity.unknown'],
  }),
  addRole: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/roles',
    summary: 'Adds a service role with its shifts to an activity that is not over.',
    access: staff('activity'),
    params: v.object({ activityId: Id }),
    body: RoleDraft,
    response: ServiceRoleView,
    problems: ['activity.unknown', 'activity.wrong-state', 'request.key-reused'],
  }),
};
