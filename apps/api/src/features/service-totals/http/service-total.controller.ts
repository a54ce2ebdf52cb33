import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { serviceTotalRoutes as routes } from '@xiaolin/shared-types/service-totals/routes';
import type { ServiceSlice } from '@xiaolin/shared-types/service-totals/schema';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import type { Slice } from '../rules/sum-up.js';
import { ChangeStarSteps } from '../use-cases/change-star-steps.js';
import { ShowServiceTotals } from '../use-cases/show-service-totals.js';

@Controller()
export class ServiceTotalController {
  constructor(
    private readonly totals: ShowServiceTotals,
    private readonly changeSteps: ChangeStarSteps,
  ) {}

  @Endpoint(routes.mine)
  async mine(@Who() actor: Actor): Promise<Answer<typeof routes.mine>> {
    const { total, stars, byYear, byUnit, byCategory } = await this.totals.execute(actor.personId);
    return {
      total: { confirmedMinutes: total.confirmed, pendingMinutes: total.pending, records: total.records },
      stars: { stars: stars.stars, steps: [...stars.steps], nextAtMinutes: stars.nextAtMinutes },
      byYear: byYear.map(presentSlice),
      byUnit: byUnit.map(presentSlice),
      byCategory: byCategory.map(presentSlice),
    };
  }

  @Endpoint(routes.changeStars)
  async changeStars(
    @Input() { params, body }: InputOf<typeof routes.changeStars>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.changeStars>> {
    return {
      steps: [...(await this.changeSteps.execute(actor.personId, params.organizationId, body.steps))],
    };
  }
}

const presentSlice = (slice: Slice): ServiceSlice => ({
  id: slice.id,
  name: slice.name,
  confirmedMinutes: slice.confirmed,
  pendingMinutes: slice.pending,
  records: slice.records,
});
