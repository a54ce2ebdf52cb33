import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { OrganizationStore } from '../store/organization.store.js';

export interface NamedOrganization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  /** Everything that begins with it is below this organization. */
  readonly path: string;
}

/** What these ids stand for, in the caller's transaction; those that do not exist are left out. */
export const namedOrganizations = async (tx: Tx, ids: readonly string[]): Promise<NamedOrganization[]> =>
  (await new OrganizationStore(tx).named(ids)).map(({ id, kind, name, path }) => ({ id, kind, name, path }));
