import { Controller } from '@nestjs/common';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { CancelActivity } from '../use-cases/cancel-activity.js';
import { CancelOccurrence } from '../use-cases/cancel-occurrence.js';
import { CreateDraft } from '../use-cases/create-draft.js';
import { ListStaffActivities } from '../use-cases/list-staff-activities.js';
import { PublishActivity } from '../use-cases/publish-activity.js';
import { SaveDraft } from '../use-cases/save-draft.js';
import { ShowActivity } from '../use-cases/show-activity.js';
import { presentStaffActivity, presentStaffCard } from './activity.presenter.js';

/** What the staff of the organising unit does. */
@Controller()
export class StaffActivityController {
  constructor(
    private readonly listActivities: ListStaffActivities,
    private readonly showActivity: ShowActivity,
    private readonly createDraft: CreateDraft,
    private readonly saveDraft: SaveDraft,
    private readonly publishActivity: PublishActivity,
    private readonly cancelActivity: CancelActivity,
    private readonly cancelOccurrence: CancelOccurrence,
  ) {}

  @Endpoint(routes.listForStaff)
  async list(
    @Input() { query }: InputOf<typeof routes.listForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listForStaff>> {
    const { items, nextCursor } = await this.listActivities.execute(
      actor.personId,
      query,
      pageRequest(query, 2),
    );
    return { items: items.map(presentStaffCard), nextCursor };
  }

  @Endpoint(routes.detailForStaff)
  async detail(
    @Input() { params }: InputOf<typeof routes.detailForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.detailForStaff>> {
    return presentStaffActivity(await this.showActivity.toStaff(actor.personId, params.activityId));
  }

  @Endpoint(routes.createDraft)
  async create(
    @Input() { body }: InputOf<typeof routes.createDraft>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.createDraft>> {
    return presentStaffActivity(await this.createDraft.execute(actor.personId, body));
  }

  @Endpoint(routes.saveDraft)
  async save(
    @Input() { params, body }: InputOf<typeof routes.saveDraft>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.saveDraft>> {
    return presentStaffActivity(await this.saveDraft.execute(actor.personId, params.activityId, body));
  }

  @Endpoint(routes.previewChange)
  previewChange(
    @Input() { params, body }: InputOf<typeof routes.previewChange>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.previewChange>> {
    return this.saveDraft.preview(actor.personId, params.activityId, body);
  }

  @Endpoint(routes.publish)
  async publish(
    @Input() { params }: InputOf<typeof routes.publish>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.publish>> {
    return presentStaffActivity(await this.publishActivity.execute(actor.personId, params.activityId));
  }

  @Endpoint(routes.cancel)
  async cancel(
    @Input() { params, body }: InputOf<typeof routes.cancel>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.cancel>> {
    const { activity } = await this.cancelActivity.execute(actor.personId, params.activityId, body.reason);
    return presentStaffActivity(activity);
  }

  @Endpoint(routes.cancelOccurrence)
  async cancelOne(
    @Input() { params, body }: InputOf<typeof routes.cancelOccurrence>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.cancelOccurrence>> {
    return presentStaffActivity(
      await this.cancelOccurrence.execute(actor.personId, params.activityId, params.occurrenceId, body),
    );
  }
}
