import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { AttendanceStore } from '../store/attendance.store.js';

/** Who may be scanned at a shift's desk. */
@Injectable()
export class ExpectedVolunteers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  /**
   * Before a code is tried the shift must be theirs, or the answer would tell who volunteers where.
   *
   * @param needed false where the code names its owner: the list is then empty
   * @throws Refusal `shift.unknown`, `access.out-of-scope`.
   */
  of(actorId: string, shiftId: string, needed = true): Promise<readonly string[]> {
    return this.uow.read(async (tx) => {
      const store = new AttendanceStore(tx);
      const shift = await store.shift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      return needed ? store.confirmed(shiftId) : [];
    });
  }
}
