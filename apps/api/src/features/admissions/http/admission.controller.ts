import { Controller } from '@nestjs/common';
import { admissionRoutes as routes } from '@xiaolin/shared-types/admissions/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { Admit } from '../use-cases/admit.js';
import { ShowDoor } from '../use-cases/show-door.js';
import { ShowTicket } from '../use-cases/show-ticket.js';
import { presentDoor, presentDoorEntry, presentTicket } from './admission.presenter.js';

@Controller()
export class AdmissionController {
  constructor(
    private readonly clock: Clock,
    private readonly showTicket: ShowTicket,
    private readonly showDoor: ShowDoor,
    private readonly admit: Admit,
  ) {}

  @Endpoint(routes.ticket)
  async ticket(
    @Input() { params }: InputOf<typeof routes.ticket>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.ticket>> {
    const shown = await this.showTicket.execute(actor.personId, params.signupId);
    return presentTicket(shown, this.clock.instant());
  }

  @Endpoint(routes.calendar)
  calendar(
    @Input() { params }: InputOf<typeof routes.calendar>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.calendar>> {
    return this.showTicket.calendar(actor.personId, params.signupId);
  }

  @Endpoint(routes.door)
  async door(
    @Input() { params }: InputOf<typeof routes.door>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.door>> {
    const door = await this.showDoor.execute(actor.personId, params.occurrenceId);
    return presentDoor(door, this.clock.instant());
  }

  @Endpoint(routes.doorRoster)
  async doorRoster(
    @Input() { params, query }: InputOf<typeof routes.doorRoster>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.doorRoster>> {
    const asked = pageRequest(query, 1);
    const page = await this.showDoor.roster(actor.personId, params.occurrenceId, query.name ?? '', asked);
    return { items: page.rows.map(presentDoorEntry), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.scan)
  scan(
    @Input() { params, body }: InputOf<typeof routes.scan>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.scan>> {
    return this.admit.scan(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.tick)
  tick(
    @Input() { params, body }: InputOf<typeof routes.tick>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.tick>> {
    return this.admit.tick(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.undo)
  undo(
    @Input() { params, body }: InputOf<typeof routes.undo>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.undo>> {
    return this.admit.undo(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.excuse)
  excuse(
    @Input() { params, body }: InputOf<typeof routes.excuse>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.excuse>> {
    return this.admit.excuse(actor.personId, params.occurrenceId, body);
  }
}
