import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { correctionRoutes as routes } from '@xiaolin/shared-types/corrections/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { DecideCorrection } from '../use-cases/decide-correction.js';
import { EscalateCorrection } from '../use-cases/escalate-correction.js';
import { RaiseCorrection } from '../use-cases/raise-correction.js';
import { ReadCorrections } from '../use-cases/read-corrections.js';
import { WithdrawCorrection } from '../use-cases/withdraw-correction.js';
import {
  presentCard,
  presentCorrection,
  presentOwnShift,
  presentStaffCard,
  presentStaffCorrection,
} from './correction.presenter.js';

@Controller()
export class CorrectionController {
  constructor(
    private readonly clock: Clock,
    private readonly raiseCorrection: RaiseCorrection,
    private readonly escalateCorrection: EscalateCorrection,
    private readonly withdrawCorrection: WithdrawCorrection,
    private readonly decideCorrection: DecideCorrection,
    private readonly read: ReadCorrections,
  ) {}

  @Endpoint(routes.raise)
  async raise(
    @Input() { params, body }: InputOf<typeof routes.raise>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.raise>> {
    const id = await this.raiseCorrection.againstRecord(actor.personId, params.recordId, body);
    return this.#mine(actor, id);
  }

  @Endpoint(routes.unrecordedShifts)
  async unrecordedShifts(
    @Input() { query }: InputOf<typeof routes.unrecordedShifts>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.unrecordedShifts>> {
    return { items: (await this.read.unrecordedShifts(actor.personId, query.day)).map(presentOwnShift) };
  }

  @Endpoint(routes.raiseMissing)
  async raiseMissing(
    @Input() { params, body }: InputOf<typeof routes.raiseMissing>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.raiseMissing>> {
    return this.#mine(actor, await this.raiseCorrection.missing(actor.personId, params.shiftId, body));
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { query }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    const page = await this.read.mine(actor.personId, pageRequest(query, 2));
    return {
      items: page.rows.map((row) => presentCard(row, this.clock.now())),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.showMine)
  showMine(
    @Input() { params }: InputOf<typeof routes.showMine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.showMine>> {
    return this.#mine(actor, params.correctionId);
  }

  @Endpoint(routes.escalate)
  async escalate(
    @Input() { params, body }: InputOf<typeof routes.escalate>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.escalate>> {
    return this.#mine(
      actor,
      await this.escalateCorrection.execute(actor.personId, params.correctionId, body),
    );
  }

  @Endpoint(routes.withdraw)
  async withdraw(
    @Input() { params, body }: InputOf<typeof routes.withdraw>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.withdraw>> {
    return this.#mine(
      actor,
      await this.withdrawCorrection.execute(actor.personId, params.correctionId, body),
    );
  }

  @Endpoint(routes.listForStaff)
  async listForStaff(
    @Input() { query }: InputOf<typeof routes.listForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listForStaff>> {
    const page = await this.read.forStaff(actor.personId, query.stage, pageRequest(query, 2));
    return {
      items: page.rows.map((row) => presentStaffCard(row, this.clock.now())),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.showForStaff)
  showForStaff(
    @Input() { params }: InputOf<typeof routes.showForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.showForStaff>> {
    return this.#forStaff(actor, params.correctionId);
  }

  @Endpoint(routes.reply)
  async reply(
    @Input() { params, body }: InputOf<typeof routes.reply>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.reply>> {
    const id = await this.decideCorrection.execute(actor.personId, params.correctionId, 'reply', body);
    return this.#forStaff(actor, id);
  }

  @Endpoint(routes.decide)
  async decide(
    @Input() { params, body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    const id = await this.decideCorrection.execute(actor.personId, params.correctionId, 'decision', body);
    return this.#forStaff(actor, id);
  }

  async #mine(actor: Actor, id: string) {
    return presentCorrection(await this.read.showMine(actor.personId, id), this.clock.now());
  }

  async #forStaff(actor: Actor, id: string) {
    return presentStaffCorrection(await this.read.showForStaff(actor.personId, id), this.clock.now());
  }
}
