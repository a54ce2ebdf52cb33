import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Lines } from '../../signups/index.js';
import { ActivityStore } from '../store/activity.store.js';
import { nextState, type StaffActivity, StaffActivities } from './staff-activities.js';

@Injectable()
export class CancelActivity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly activities: StaffActivities,
  ) {}

  /**
   * Calls an activity off: every place is freed and everyone who held one or waited is told.
   *
   * @returns the activity, and how many people are told
   * @throws Refusal `activity.wrong-state` when it is over or called off already.
   */
  execute(
    personId: string,
    activityId: string,
    reason: string,
  ): Promise<{ readonly activity: StaffActivity; readonly told: number }> {
    return this.uow.run(async (tx) => {
      const { row, standing, through } = await this.activities.hold(tx, personId, activityId);
      const status = nextState('cancel', standing);
      const told = await this.lines.callOff(tx, activityId, { personId, reason });
      await new ActivityStore(tx).update(activityId, {
        status,
        version: row.version + 1,
        cancelled_reason: reason,
        updated_at: this.clock.instant(),
      });
      await this.activities.note(tx, {
        activityId,
        personId,
        through,
        action: 'cancel',
        before: standing,
        after: status,
        reason,
      });
      return { activity: await this.activities.view(tx, activityId), told };
    });
  }
}
