import type { Role } from '@xiaolin/shared-types/contract/access';

/** What the access guard asks the feature that keeps memberships. */
export abstract class StaffDirectory {
  /** The roles that this person holds today, wherever they hold them. */
  abstract rolesOf(personId: string): Promise<readonly Role[]>;
}
