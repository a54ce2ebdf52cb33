import * as v from 'valibot';
import { ROLES } from '../contract/access.js';
import { Id } from '../contract/fields.js';

export const ORGANIZATION_KINDS = [
  'district',
  'street',
  'community',
  'university',
  'school',
  'partner',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const OrganizationView = v.object({
  id: Id,
  parentId: v.nullable(Id),
  kind: v.picklist(ORGANIZATION_KINDS),
  name: v.string(),
  shortName: v.string(),
  /** For "call the community"; null where none is known. */
  phone: v.nullable(v.string()),
  /** True when invented for demonstration. */
  illustrative: v.boolean(),
});
export type OrganizationView = v.InferOutput<typeof OrganizationView>;

export const MembershipView = v.object({
  organizationId: Id,
  organizationName: v.string(),
  organizationKind: v.picklist(ORGANIZATION_KINDS),
  role: v.picklist(ROLES),
});
export type MembershipView = v.InferOutput<typeof MembershipView>;
