import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { qualificationRoutes as routes } from '@xiaolin/shared-types/qualifications/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { DecideQualifications } from '../use-cases/decide-qualifications.js';
import { KeepQualifications } from '../use-cases/keep-qualifications.js';
import { presentMine, presentQualification, presentWaiting } from './qualification.presenter.js';

@Controller()
export class QualificationController {
  constructor(
    private readonly keep: KeepQualifications,
    private readonly decisions: DecideQualifications,
  ) {}

  @Endpoint(routes.mine)
  async mine(@Who() actor: Actor): Promise<Answer<typeof routes.mine>> {
    return presentMine(await this.keep.mine(actor.personId));
  }

  @Endpoint(routes.declareSkills)
  async declareSkills(
    @Input() { body }: InputOf<typeof routes.declareSkills>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.declareSkills>> {
    return presentMine(await this.keep.declareSkills(actor.personId, body.skills));
  }

  @Endpoint(routes.askTraining)
  async askTraining(
    @Input() { body }: InputOf<typeof routes.askTraining>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.askTraining>> {
    return presentQualification(await this.keep.askTraining(actor.personId, body));
  }

  @Endpoint(routes.askConsent)
  async askConsent(
    @Input() { body }: InputOf<typeof routes.askConsent>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.askConsent>> {
    return presentQualification(await this.keep.askConsent(actor.personId, body));
  }

  @Endpoint(routes.withdraw)
  async withdraw(
    @Input() { params, body }: InputOf<typeof routes.withdraw>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.withdraw>> {
    await this.keep.withdraw(actor.personId, params.qualificationId, body.requestKey);
    return { done: true };
  }

  @Endpoint(routes.waiting)
  async waiting(
    @Input() { query }: InputOf<typeof routes.waiting>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.waiting>> {
    const page = await this.decisions.waiting(actor.personId, pageRequest(query, 2));
    return {
      items: page.rows.map((row) => presentWaiting(row, actor.personId)),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.decide)
  async decide(
    @Input() { params, body }: InputOf<typeof routes.decide>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.decide>> {
    await this.decisions.decide(actor.personId, params.qualificationId, body);
    return { done: true };
  }

  @Endpoint(routes.record)
  async record(
    @Input() { params, body }: InputOf<typeof routes.record>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.record>> {
    return { recorded: await this.decisions.record(actor.personId, params.shiftId, body) };
  }
}
