import { Injectable } from '@nestjs/common';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { unitAbove } from '../rules/unit-above.js';
import { MembershipStore } from '../store/membership.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { ORGANISERS } from './scope.js';

/** Who looks at what a unit decided, and whom to tell there. */
@Injectable()
export class UnitsAbove {
  constructor(private readonly clock: Clock) {}

  /** Null at the top of the tree. @throws Refusal `organization.unknown`. */
  async of(tx: Tx, organizationId: string): Promise<string | null> {
    const store = new OrganizationStore(tx);
    const organization = await store.find(organizationId);
    if (organization === undefined) throw new Refusal('organization.unknown');
    const above = organization.path.split('/').filter((id) => id !== '' && id !== organizationId);
    const rows = await store.named(above);
    return unitAbove(rows.sort((a, b) => b.path.length - a.path.length));
  }

  /** People who hold one of the roles at this very organization now. */
  staffOf(tx: Tx, organizationId: string, roles: readonly Role[] = ORGANISERS): Promise<readonly string[]> {
    return new MembershipStore(tx).peopleOf(organizationId, roles, this.clock.instant());
  }
}
