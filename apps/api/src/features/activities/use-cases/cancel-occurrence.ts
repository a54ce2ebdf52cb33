import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { type LineRow, Lines } from '../../signups/index.js';
import { ActivityStore } from '../store/activity.store.js';
import { type StaffActivity, StaffActivities } from './staff-activities.js';

@Injectable()
export class CancelOccurrence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly lines: Lines,
    private readonly activities: StaffActivities,
  ) {}

  /**
   * Calls one occurrence off and tells whoever has a place in it; the others, and a course that it is a date of, go
   * on. A repeated request changes nothing more.
   *
   * @throws Refusal `occurrence.unknown`; `activity.wrong-state` when it has begun, is called off already, or is the
   *   last one to come: then the activity itself is called off.
   */
  async execute(
    personId: string,
    activityId: string,
    occurrenceId: string,
    { requestKey, reason }: { readonly requestKey: string; readonly reason: string },
  ): Promise<StaffActivity> {
    const request = {
      actorId: personId,
      requestKey,
      bodyHash: hashBody('activities.cancel-occurrence', { activityId, occurrenceId, reason }),
    };
    await once(this.uow, request, this.clock, (tx) =>
      this.#callOff(tx, { personId, activityId, occurrenceId, reason }),
    );
    return this.uow.read((tx) => this.activities.view(tx, activityId));
  }

  async #callOff(
    tx: Tx,
    asked: { personId: string; activityId: string; occurrenceId: string; reason: string },
  ): Promise<{ told: number }> {
    const { personId, activityId, occurrenceId, reason } = asked;
    const { row, standing, through } = await this.activities.hold(tx, personId, activityId);
    if (standing !== 'published') throw new Refusal('activity.wrong-state', { status: standing });
    await this.lines.hold(tx, activityId);
    const runs = await this.lines.ofActivity(tx, activityId, 'occurrence');
    const told = await this.lines.callOffOne(tx, this.#chosen(runs, occurrenceId), { personId, reason });
    await new ActivityStore(tx).update(activityId, {
      version: row.version + 1,
      updated_at: this.clock.instant(),
    });
    await this.activities.note(tx, {
      activityId,
      personId,
      through,
      action: 'call-off',
      before: standing,
      after: standing,
      reason,
    });
    return { told };
  }

  #chosen(runs: readonly LineRow[], occurrenceId: string): LineRow {
    const chosen = runs.find(({ id }) => id === occurrenceId);
    if (chosen === undefined) throw new Refusal('occurrence.unknown');
    const now = this.clock.instant();
    if (chosen.called_off === 1 || chosen.starts_at <= now)
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'occurrenceId', message: '这一场已经开始或已经取消' },
      ]);
    const others = runs.filter(
      ({ id, called_off, ends_at }) => id !== chosen.id && called_off === 0 && ends_at > now,
    );
    if (others.length === 0)
      throw new Refusal('activity.wrong-state', {}, [
        { path: 'occurrenceId', message: '只剩这一场了，请取消整个活动' },
      ]);
    return chosen;
  }
}
