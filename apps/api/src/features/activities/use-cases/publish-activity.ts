import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Lines } from '../../signups/index.js';
import { missingToPublish } from '../rules/publishable.js';
import { ActivityStore } from '../store/activity.store.js';
import { draftOf } from './activity-columns.js';
import { nextState, type StaffActivity, StaffActivities } from './staff-activities.js';

@Injectable()
export class PublishActivity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly activities: StaffActivities,
  ) {}

  /** @throws Refusal `activity.wrong-state`, or `activity.incomplete` with every field that is missing. */
  execute(personId: string, activityId: string): Promise<StaffActivity> {
    return this.uow.run(async (tx) => {
      const { row, lines, standing, through } = await this.activities.hold(tx, personId, activityId);
      const status = nextState('publish', standing);
      const occurrences = lines.filter(({ kind }) => kind === 'occurrence');
      const missing = missingToPublish(draftOf(row, occurrences), this.clock.now());
      if (missing.length > 0) throw new Refusal('activity.incomplete', {}, missing);
      const now = this.clock.instant();
      await new ActivityStore(tx).update(activityId, {
        status,
        version: row.version + 1,
        published_at: now,
        updated_at: now,
      });
      await this.lines.publish(tx, activityId);
      await this.activities.note(tx, {
        activityId,
        personId,
        through,
        action: 'publish',
        before: standing,
        after: status,
      });
      return this.activities.view(tx, activityId);
    });
  }
}
