import { Controller } from '@nestjs/common';
import { broadcastRoutes as routes } from '@xiaolin/shared-types/broadcasts/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { DecideBroadcast } from '../use-cases/decide-broadcast.js';
import { ReadBroadcasts } from '../use-cases/read-broadcasts.js';
import { SendBroadcast } from '../use-cases/send-broadcast.js';
import { presentBroadcast, presentPreview, presentUnreached } from './broadcast.presenter.js';

@Controller()
export class BroadcastController {
  constructor(
    private readonly sendBroadcast: SendBroadcast,
    private readonly readBroadcasts: ReadBroadcasts,
    private readonly decideBroadcast: DecideBroadcast,
  ) {}

  @Endpoint(routes.preview)
  async preview(
    @Input() { params, query }: InputOf<typeof routes.preview>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.preview>> {
    return presentPreview(await this.sendBroadcast.preview(actor.personId, params.lineId, query.audience));
  }

  @Endpoint(routes.send)
  async send(
    @Input() { params, body }: InputOf<typeof routes.send>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.send>> {
    const id = await this.sendBroadcast.execute(actor.personId, params.lineId, body);
    return presentBroadcast(await this.readBroadcasts.one(actor.personId, id));
  }

  @Endpoint(routes.ofLine)
  async ofLine(
    @Input() { params, query }: InputOf<typeof routes.ofLine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.ofLine>> {
    const page = await this.readBroadcasts.ofLine(actor.personId, params.lineId, pageRequest(query, 2));
    return { items: page.rows.map(presentBroadcast), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.detail)
  async detail(
    @Input() { params }: InputOf<typeof routes.detail>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.detail>> {
    return presentBroadcast(await this.readBroadcasts.one(actor.personId, params.broadcastId));
  }

  @Endpoint(routes.unreached)
  async unreached(
    @Input() { params, query }: InputOf<typeof routes.unreached>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.unreached>> {
    const page = await this.readBroadcasts.unreached(
      actor.personId,
      params.broadcastId,
      pageRequest(query, 1),
    );
    return { items: page.rows.map(presentUnreached), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.decide)
  async decide(
    @Input() { params, body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    const id = await this.decideBroadcast.execute(actor.personId, params.broadcastId, body);
    return presentBroadcast(await this.readBroadcasts.one(actor.personId, id));
  }
}
