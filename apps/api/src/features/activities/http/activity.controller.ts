import { Controller } from '@nestjs/common';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { ListCategories } from '../use-cases/list-categories.js';
import { ListOccurrences } from '../use-cases/list-occurrences.js';
import { ShowActivity } from '../use-cases/show-activity.js';
import { presentActivity, presentCategory, presentOccurrenceCard } from './activity.presenter.js';

/** What anybody may see. */
@Controller()
export class ActivityController {
  constructor(
    private readonly listCategories: ListCategories,
    private readonly listOccurrences: ListOccurrences,
    private readonly showActivity: ShowActivity,
  ) {}

  @Endpoint(routes.categories)
  async categories(): Promise<Answer<typeof routes.categories>> {
    return { items: (await this.listCategories.execute()).map(presentCategory) };
  }

  @Endpoint(routes.list)
  async list(@Input() { query }: InputOf<typeof routes.list>): Promise<Answer<typeof routes.list>> {
    const { rows, nextCursor } = await this.listOccurrences.execute(query, pageRequest(query, 2));
    return { items: rows.map(presentOccurrenceCard), nextCursor };
  }

  // Before `detail`, whose path would take "days" for an id.
  @Endpoint(routes.days)
  async days(@Input() { query }: InputOf<typeof routes.days>): Promise<Answer<typeof routes.days>> {
    const days = await this.listOccurrences.countDays(query);
    return { items: days.map(({ day, occurrences }) => ({ day, occurrences })) };
  }

  @Endpoint(routes.detail)
  async detail(@Input() { params }: InputOf<typeof routes.detail>): Promise<Answer<typeof routes.detail>> {
    return presentActivity(await this.showActivity.toAnyone(params.activityId));
  }
}
