import { Injectable } from '@nestjs/common';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { membershipReaching } from '../rules/reach.js';
import { MembershipStore } from '../store/membership.store.js';
import { OrganizationStore } from '../store/organization.store.js';

/** Through which membership a staff member acts; kept in the journal. */
export interface ActingAs {
  readonly organizationId: string;
  readonly role: Role;
}

/** Roles that run activities. */
export const ORGANISERS = ['worker', 'administrator'] as const satisfies readonly Role[];
/** Roles that decide about the students of a campus. */
export const COORDINATORS = ['coordinator', 'administrator'] as const satisfies readonly Role[];

/** What a staff member may touch: it follows from memberships and the organization tree, never from the request. */
@Injectable()
export class Scope {
  constructor(private readonly clock: Clock) {}

  /**
   * The membership through which this person may touch the organization, read in the caller's transaction.
   *
   * @throws Refusal `organization.unknown`, or `access.out-of-scope` when no current membership reaches it.
   */
  async require(
    tx: Tx,
    personId: string,
    organizationId: string,
    roles: readonly Role[] = ORGANISERS,
  ): Promise<ActingAs> {
    const organization = await new OrganizationStore(tx).find(organizationId);
    if (organization === undefined) throw new Refusal('organization.unknown');
    const memberships = await this.#held(tx, personId);
    const through = membershipReaching(memberships, organization.path, roles);
    if (through === undefined) throw new Refusal('access.out-of-scope');
    return { organizationId: through.organizationId, role: through.role };
  }

  /** Ids of every organization that this person's memberships with one of the roles reach. */
  async reached(tx: Tx, personId: string, roles: readonly Role[] = ORGANISERS): Promise<readonly string[]> {
    const roots = (await this.#held(tx, personId)).filter(({ role }) => roles.includes(role));
    const store = new OrganizationStore(tx);
    const subtrees = await Promise.all(roots.map(({ organizationId }) => store.subtree(organizationId)));
    return [...new Set(subtrees.flat())];
  }

  async #held(tx: Tx, personId: string) {
    const rows = await new MembershipStore(tx).currentOf(personId, this.clock.instant());
    return rows.map((row) => ({ organizationId: row.organization_id, path: row.path, role: row.role }));
  }
}

/** Ids of an organization and everything below it. @throws Refusal `organization.unknown`. */
export async function subtreeOf(tx: Tx, organizationId: string): Promise<readonly string[]> {
  const ids = await new OrganizationStore(tx).subtree(organizationId);
  if (ids.length === 0) throw new Refusal('organization.unknown');
  return ids;
}
