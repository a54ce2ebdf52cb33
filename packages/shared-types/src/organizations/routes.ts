import * as v from 'valibot';
import { anyone, staff } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { ORGANIZATION_KINDS, OrganizationSettings, OrganizationView } from './schema.js';

export const organizationRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/organizations',
    summary: 'The organization tree, parents before children; narrowed by kind or by parent.',
    access: anyone,
    query: v.object({ kind: v.optional(v.picklist(ORGANIZATION_KINDS)), parentId: v.optional(Id) }),
    response: v.object({ items: v.array(OrganizationView) }),
    cacheSeconds: 60,
  }),
  settings: defineRoute({
    method: 'GET',
    path: '/staff/organizations/:organizationId/settings',
    summary: 'What an organization has decided for its own activities.',
    access: staff('organization'),
    params: v.object({ organizationId: Id }),
    response: OrganizationSettings,
    problems: ['organization.unknown'],
  }),
  changeSettings: defineRoute({
    method: 'PUT',
    path: '/staff/organizations/:organizationId/settings',
    summary: "Replaces an organization's settings.",
    access: staff('organization'),
    params: v.object({ organizationId: Id }),
    body: OrganizationSettings,
    response: OrganizationSettings,
    problems: ['organization.unknown'],
  }),
};
