import { Injectable } from '@nestjs/common';
import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { invalidField } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { Scope } from '../../organizations/index.js';
import { asDates } from '../rules/plan-course.js';
import { ActivityStore } from '../store/activity.store.js';
import { columnsOf } from './activity-columns.js';
import { ApplyRuns, type LineOwner } from './apply-runs.js';
import { type StaffActivity, StaffActivities } from './staff-activities.js';

@Injectable()
export class CreateDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
    private readonly runs: ApplyRuns,
    private readonly activities: StaffActivities,
  ) {}

  /**
   * Starts a draft. A repeated request finds the draft of the first one, as it stands by then.
   *
   * @throws Refusal `organization.unknown`, `access.out-of-scope`, `category.unknown`, `request.key-reused`.
   */
  async execute(
    personId: string,
    body: { readonly requestKey: string; readonly draft: ActivityDraft },
  ): Promise<StaffActivity> {
    const request = {
      actorId: personId,
      requestKey: body.requestKey,
      bodyHash: hashBody('activities.create', body.draft),
    };
    const known = body.draft.occurrences.findIndex(({ id }) => id !== undefined);
    if (known >= 0) throw invalidField(`body.draft.occurrences.${known}.id`, 'left out for a new occurrence');
    const { activityId } = await once(this.uow, request, this.clock, (tx) =>
      this.#create(tx, personId, body.draft),
    );
    return this.uow.read((tx) => this.activities.view(tx, activityId));
  }

  async #create(tx: Tx, personId: string, draft: ActivityDraft): Promise<{ activityId: string }> {
    const through = await this.scope.require(tx, personId, draft.organizationId);
    const activityId = this.random.id();
    const now = this.clock.instant();
    await new ActivityStore(tx).insert({
      id: activityId,
      ...(await columnsOf(tx, draft)),
      status: 'draft',
      version: 1,
      cancelled_reason: null,
      published_at: null,
      created_by: personId,
      created_at: now,
      updated_at: now,
      illustrative: false,
    });
    const { course, occurrences } = draft;
    const owner: LineOwner = {
      activityId,
      organizationId: draft.organizationId,
      title: draft.title,
      published: false,
      courseId: course ? activityId : null,
    };
    if (course) await this.runs.openCourse(tx, owner, course, occurrences);
    await this.runs.open(tx, owner, course ? asDates(occurrences, [], course) : occurrences);
    await this.activities.note(tx, {
      activityId,
      personId,
      through,
      action: 'create',
      before: null,
      after: 'draft',
    });
    return { activityId };
  }
}
