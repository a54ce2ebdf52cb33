import { Controller } from '@nestjs/common';
import { type MissingOut, wayOutRoutes as routes } from '@xiaolin/shared-types/attendance/ways-out';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { presentMissing } from './way-out.presenter.js';
import { WaysOut } from '../use-cases/ways-out.js';

@Controller()
export class WayOutController {
  constructor(private readonly waysOut: WaysOut) {}

  @Endpoint(routes.mine)
  async mine(@Who() actor: Actor): Promise<Answer<typeof routes.mine>> {
    return { items: (await this.waysOut.mine(actor.personId)).map(presentMissing) };
  }

  @Endpoint(routes.propose)
  async propose(
    @Input() { params, body }: InputOf<typeof routes.propose>,
    @Who() actor: Actor,
  ): Promise<MissingOut> {
    return presentMissing(await this.waysOut.propose(actor.personId, params.shiftId, body));
  }

  @Endpoint(routes.answer)
  answer(
    @Input() { params, body }: InputOf<typeof routes.answer>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.answer>> {
    return this.waysOut.answer(actor.personId, params.proposalId, body);
  }

  @Endpoint(routes.list)
  async list(
    @Input() { query }: InputOf<typeof routes.list>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.list>> {
    const page = await this.waysOut.forStaff(actor.personId, pageRequest(query, 3));
    return { items: page.stays.map(presentMissing), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.proposeFor)
  async proposeFor(
    @Input() { params, body }: InputOf<typeof routes.proposeFor>,
    @Who() actor: Actor,
  ): Promise<MissingOut> {
    return presentMissing(await this.waysOut.proposeFor(actor.personId, params.shiftId, body));
  }

  @Endpoint(routes.answerFor)
  answerFor(
    @Input() { params, body }: InputOf<typeof routes.answerFor>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.answerFor>> {
    return this.waysOut.answerFor(actor.personId, params.proposalId, body);
  }
}
