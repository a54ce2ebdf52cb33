import type { Role } from '@xiaolin/shared-types/contract/access';

/** A membership that is current, with the path of its organization. */
export interface HeldMembership {
  readonly organizationId: string;
  readonly path: string;
  readonly role: Role;
}

/**
 * The membership through which a person may touch an organization: one of the roles, at the organization itself or
 * at a node above it. A membership reaches everything below its node and nothing beside it; the nearest one counts.
 */
export function membershipReaching(
  memberships: readonly HeldMembership[],
  organizationPath: string,
  roles: readonly Role[],
): HeldMembership | undefined {
  return memberships
    .filter(({ role, path }) => roles.includes(role) && organizationPath.startsWith(path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
