import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';

/** A street with its communities, in the order of the tree. */
export interface StreetGroup {
  readonly street: OrganizationView;
  readonly communities: readonly OrganizationView[];
}

export function streetsOf(organizations: readonly OrganizationView[]): readonly StreetGroup[] {
  return organizations
    .filter(({ kind }) => kind === 'street')
    .map((street) => ({
      street,
      communities: organizations.filter(
        ({ kind, parentId }) => kind === 'community' && parentId === street.id,
      ),
    }));
}

/** The number of the organization itself, else of the nearest one above it that has one. */
export function phoneFor(organization: OrganizationView, all: readonly OrganizationView[]): string | null {
  const byId = new Map(all.map((each) => [each.id, each]));
  let current: OrganizationView | undefined = organization;
  while (current !== undefined) {
    if (current.phone !== null) return current.phone;
    current = current.parentId === null ? undefined : byId.get(current.parentId);
  }
  return null;
}
