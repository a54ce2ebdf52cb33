import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { feedbackRoutes as routes } from '@xiaolin/shared-types/feedback/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { GiveFeedback } from '../use-cases/give-feedback.js';
import { ReadFeedback } from '../use-cases/read-feedback.js';
import {
  presentFeedback,
  presentMyFeedback,
  presentSatisfaction,
  presentWords,
} from './feedback.presenter.js';

@Controller()
export class FeedbackController {
  constructor(
    private readonly giveFeedback: GiveFeedback,
    private readonly readFeedback: ReadFeedback,
  ) {}

  @Endpoint(routes.give)
  async give(
    @Input() { params, body }: InputOf<typeof routes.give>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.give>> {
    return presentFeedback(await this.giveFeedback.execute(actor.personId, params.signupId, body));
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { params }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    return presentMyFeedback(await this.giveFeedback.mine(actor.personId, params.signupId));
  }

  @Endpoint(routes.ofActivity)
  async ofActivity(
    @Input() { params, query }: InputOf<typeof routes.ofActivity>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.ofActivity>> {
    const page = await this.readFeedback.ofActivity(actor.personId, params.activityId, pageRequest(query, 2));
    return {
      satisfaction: presentSatisfaction(page.satisfaction),
      items: page.rows.map(presentWords),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.waiting)
  async waiting(
    @Input() { params, query }: InputOf<typeof routes.waiting>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.waiting>> {
    const page = await this.readFeedback.waiting(actor.personId, params.activityId, pageRequest(query, 2));
    return { items: page.rows.map(presentWords), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.decide)
  decide(
    @Input() { params, body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    return this.readFeedback.decide(actor.personId, params.activityId, params.feedbackId, body);
  }
}
