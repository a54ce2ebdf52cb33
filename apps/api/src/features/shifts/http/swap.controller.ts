import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { swapRoutes as routes } from '@xiaolin/shared-types/shifts/swaps';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { Swaps } from '../use-cases/swaps.js';
import { presentOffer, presentSwap } from './swap.presenter.js';

@Controller()
export class SwapController {
  constructor(private readonly swaps: Swaps) {}

  @Endpoint(routes.offer)
  async offer(
    @Input() { params, body }: InputOf<typeof routes.offer>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.offer>> {
    return presentSwap(await this.swaps.offer(actor.personId, params.signupId, body), actor.personId);
  }

  @Endpoint(routes.mine)
  async mine(@Who() actor: Actor): Promise<Answer<typeof routes.mine>> {
    return {
      items: (await this.swaps.mine(actor.personId)).map((swap) => presentSwap(swap, actor.personId)),
    };
  }

  @Endpoint(routes.byCode)
  async byCode(
    @Input() { query }: InputOf<typeof routes.byCode>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.byCode>> {
    return presentOffer(await this.swaps.seen(actor.personId, query.code));
  }

  @Endpoint(routes.accept)
  async accept(
    @Input() { body }: InputOf<typeof routes.accept>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.accept>> {
    return presentSwap(await this.swaps.accept(actor.personId, body), actor.personId);
  }

  @Endpoint(routes.agree)
  async agree(
    @Input() { params, body }: InputOf<typeof routes.agree>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.agree>> {
    const swap = await this.swaps.agree(actor.personId, params.swapId, body.requestKey);
    return presentSwap(swap, actor.personId);
  }

  @Endpoint(routes.decline)
  async decline(
    @Input() { params, body }: InputOf<typeof routes.decline>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decline>> {
    const swap = await this.swaps.decline(actor.personId, params.swapId, body.requestKey);
    return presentSwap(swap, actor.personId);
  }

  @Endpoint(routes.withdraw)
  async withdraw(
    @Input() { params, body }: InputOf<typeof routes.withdraw>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.withdraw>> {
    await this.swaps.withdraw(actor.personId, params.swapId, body.requestKey);
    return { done: true };
  }
}
