import { Injectable } from '@nestjs/common';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { StaffDirectory } from '../../../platform/auth/staff-directory.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { ORGANISERS } from './scope.js';
import { type MembershipRow, MembershipStore } from '../store/membership.store.js';

/** What the platform's guard and other features ask about memberships. */
@Injectable()
export class MembershipDirectory extends StaffDirectory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override rolesOf(personId: string): Promise<readonly Role[]> {
    return this.uow.read(async (tx) => (await this.currentOf(tx, personId)).map(({ role }) => role));
  }

  currentOf(tx: Tx, personId: string): Promise<readonly MembershipRow[]> {
    return new MembershipStore(tx).currentOf(personId, this.clock.instant());
  }

  /** Who runs activities of this very organization; those above it are not disturbed. */
  workersAt(tx: Tx, organizationId: string): Promise<readonly string[]> {
    return new MembershipStore(tx).peopleOf(organizationId, ORGANISERS, this.clock.instant());
  }
}
