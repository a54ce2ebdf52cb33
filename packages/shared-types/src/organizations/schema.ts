import * as v from 'valibot';
import { ROLES } from '../contract/access.js';
import { count, Id } from '../contract/fields.js';

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

/**
 * What somebody who often stays away without a word may not do for a while: sign up at this organization again. Off
 * until the organization turns it on, and it lapses by itself (domain, "Signup").
 */
export const RestrictionSetting = v.object({
  on: v.boolean(),
  /** So many absences … */
  noShows: count(2, 20),
  /** … within so many days … */
  withinDays: count(7, 365),
  /** … close sign-up for so many days after the last of them. */
  forDays: count(1, 90),
});
export type RestrictionSetting = v.InferOutput<typeof RestrictionSetting>;

/** What an organization decides for its own activities. */
export const OrganizationSettings = v.object({ restriction: RestrictionSetting });
export type OrganizationSettings = v.InferOutput<typeof OrganizationSettings>;
