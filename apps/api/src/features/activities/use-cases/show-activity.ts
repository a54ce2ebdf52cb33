import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { isPublic } from '../rules/standing.js';
import { type StaffActivity, StaffActivities } from './staff-activities.js';

@Injectable()
export class ShowActivity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
    private readonly activities: StaffActivities,
  ) {}

  /** What anybody may see. @throws Refusal `activity.unknown`, for a draft too: whether it exists is not said. */
  toAnyone(activityId: string): Promise<StaffActivity> {
    return this.uow.read(async (tx) => {
      const found = await this.activities.view(tx, activityId);
      if (!isPublic(found.activity.status, found.activity.published_at))
        throw new Refusal('activity.unknown');
      return found;
    });
  }

  /** @throws Refusal `activity.unknown` or `access.out-of-scope`. */
  toStaff(personId: string, activityId: string): Promise<StaffActivity> {
    return this.uow.read(async (tx) => {
      const found = await this.activities.view(tx, activityId);
      await this.scope.require(tx, personId, found.activity.organization_id);
      return found;
    });
  }
}
