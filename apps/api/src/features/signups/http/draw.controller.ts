import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { lotteryRoutes as routes } from '@xiaolin/shared-types/lottery/routes';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { ShowDraw } from '../use-cases/show-draw.js';
import { presentDraw } from './draw.presenter.js';

/** Lotteries, for anybody to look at and to check. */
@Controller()
export class DrawController {
  constructor(private readonly draws: ShowDraw) {}

  @Endpoint(routes.show)
  async show(@Input() { params }: InputOf<typeof routes.show>): Promise<Answer<typeof routes.show>> {
    return presentDraw(await this.draws.execute(params.occurrenceId));
  }

  @Endpoint(routes.page)
  async page(@Input() { params }: InputOf<typeof routes.page>): Promise<Answer<typeof routes.page>> {
    const entries = await this.draws.page(params.occurrenceId, params.page);
    return {
      entries: entries.map(({ number, seats, busy, outcome }) => ({ number, seats, busy, outcome })),
    };
  }
}
