import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { manualEntryRoutes as routes } from '@xiaolin/shared-types/corrections/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { DecideEntry } from '../use-cases/decide-entry.js';
import { EnterByHand } from '../use-cases/enter-by-hand.js';
import { ReadEntries } from '../use-cases/read-entries.js';
import { presentEntry, presentSample, presentUnrecorded } from './correction.presenter.js';

@Controller()
export class ManualEntryController {
  constructor(
    private readonly clock: Clock,
    private readonly enterByHand: EnterByHand,
    private readonly decideEntry: DecideEntry,
    private readonly read: ReadEntries,
  ) {}

  @Endpoint(routes.unrecorded)
  async unrecorded(
    @Input() { query }: InputOf<typeof routes.unrecorded>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.unrecorded>> {
    const page = await this.read.unrecorded(actor.personId, pageRequest(query, 2));
    return {
      items: page.rows.map((row) => presentUnrecorded(row, actor.personId)),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.enter)
  async enter(
    @Input() { params, body }: InputOf<typeof routes.enter>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.enter>> {
    return this.#shown(actor, await this.enterByHand.execute(actor.personId, params.shiftId, body));
  }

  @Endpoint(routes.list)
  async list(
    @Input() { query }: InputOf<typeof routes.list>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.list>> {
    const page = await this.read.list(actor.personId, query.status ?? 'waiting', pageRequest(query, 2));
    return {
      items: page.items.map((item) => presentEntry(item, this.clock.now())),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.decide)
  async decide(
    @Input() { params, body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    return this.#shown(actor, await this.decideEntry.execute(actor.personId, params.entryId, body));
  }

  @Endpoint(routes.sample)
  async sample(@Input() { query }: InputOf<typeof routes.sample>): Promise<Answer<typeof routes.sample>> {
    return presentSample(await this.read.sample(query.month));
  }

  async #shown(actor: Actor, entryId: string) {
    return presentEntry(await this.read.show(actor.personId, entryId), this.clock.now());
  }
}
