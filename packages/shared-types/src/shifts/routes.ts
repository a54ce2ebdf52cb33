import * as v from 'valibot';
import { anyone, staff } from '../contract/access.js';
import { Day, Id } from '../contract/fields.js';
import { page, pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import {
  AddShifts,
  Removal,
  RemovalView,
  RoleDraft,
  RoleEdit,
  ServiceRoleView,
  ShiftCard,
  ShiftEdit,
  ShiftView,
  ShiftVolunteer,
} from './schema.js';

const roleParams = v.object({ activityId: Id, roleId: Id });
const ofRole = ['activity.unknown', 'activity.wrong-state', 'role.unknown', 'request.key-reused'] as const;
const ofShift = ['shift.unknown', 'shift.begun', 'activity.wrong-state', 'request.key-reused'] as const;

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
  editRole: defineRoute({
    method: 'PUT',
    path: '/staff/activities/:activityId/roles/:roleId',
    summary: 'Changes a role: its name, what it asks and whether it counts; volunteers to come are told.',
    access: staff('activity'),
    params: roleParams,
    body: RoleEdit,
    response: ServiceRoleView,
    problems: [...ofRole, 'role.counts-settled'],
  }),
  addShifts: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/roles/:roleId/shifts',
    summary: 'Adds shifts to a role.',
    access: staff('activity'),
    params: roleParams,
    body: AddShifts,
    response: ServiceRoleView,
    problems: ofRole,
  }),
  removeRole: defineRoute({
    method: 'POST',
    path: '/staff/activities/:activityId/roles/:roleId/removal',
    summary: 'Takes a role away: its shifts to come are called off and everybody in them is told why.',
    access: staff('activity'),
    params: roleParams,
    body: Removal,
    response: RemovalView,
    problems: [...ofRole, 'shift.begun'],
  }),
  editShift: defineRoute({
    method: 'PUT',
    path: '/staff/shifts/:shiftId',
    summary:
      'Changes a shift that has not begun. Where its time or place moves, its volunteers are told and leave freely.',
    access: staff('shift'),
    params: v.object({ shiftId: Id }),
    body: ShiftEdit,
    response: ServiceRoleView,
    problems: [...ofShift, 'activity.capacity-below-taken'],
  }),
  removeShift: defineRoute({
    method: 'POST',
    path: '/staff/shifts/:shiftId/removal',
    summary: 'Takes a shift away: with anybody in it, it is called off with a reason and all are told.',
    access: staff('shift'),
    params: v.object({ shiftId: Id }),
    body: Removal,
    response: RemovalView,
    problems: ofShift,
  }),
  volunteers: defineRoute({
    method: 'GET',
    path: '/staff/shifts/:shiftId/volunteers',
    summary:
      'Everybody who has or had a place in a shift: skills, late notice (志愿服务条例 art. 22), swaps.',
    access: staff('shift'),
    params: v.object({ shiftId: Id }),
    query: v.object(pageQuery),
    response: page(ShiftVolunteer),
    problems: ['shift.unknown'],
  }),
};
