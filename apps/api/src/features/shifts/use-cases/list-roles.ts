import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { LINE_COLUMNS } from '../../signups/index.js';
import { type RoleRow, RoleStore } from '../store/role.store.js';
import { ShiftReader, type ShiftRow } from '../store/shift.reader.js';

export type { RoleRow } from '../store/role.store.js';
export type { ShiftRow } from '../store/shift.reader.js';

export interface RoleWithShifts {
  readonly role: RoleRow;
  readonly shifts: readonly ShiftRow[];
}

@Injectable()
export class ListRoles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  /** In the order in which they were added. @throws Refusal `activity.unknown`, `access.out-of-scope`. */
  execute(actorId: string, activityId: string): Promise<readonly RoleWithShifts[]> {
    return this.uow.read(async (tx) => {
      const store = new RoleStore(tx);
      const activity = await store.activity(activityId);
      if (activity === undefined) throw new Refusal('activity.unknown');
      await this.scope.require(tx, actorId, activity.organization_id);
      const shifts = await new ShiftReader(tx, LINE_COLUMNS).ofActivity(activityId);
      return (await store.ofActivity(activityId)).map((role) => ({
        role,
        shifts: shifts.filter((shift) => shift.service_role_id === role.id),
      }));
    });
  }
}
