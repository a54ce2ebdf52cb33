import * as v from 'valibot';
import { anyone } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { ORGANIZATION_KINDS, OrganizationView } from './schema.js';

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
};
