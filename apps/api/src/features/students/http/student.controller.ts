import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { rankingRoutes } from '@xiaolin/shared-types/rankings/routes';
import { studentRoutes as routes } from '@xiaolin/shared-types/students/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { ConsentToRanking, type ConsentRow } from '../use-cases/consent-to-ranking.js';
import { KeepStudent } from '../use-cases/keep-student.js';
import { RankStudents } from '../use-cases/rank-students.js';
import { presentProfile, presentRanking } from './student.presenter.js';

/** What a student says, agrees to and sees. */
@Controller()
export class StudentController {
  constructor(
    private readonly student: KeepStudent,
    private readonly consents: ConsentToRanking,
    private readonly rankStudents: RankStudents,
  ) {}

  @Endpoint(routes.mine)
  async mine(@Who() actor: Actor): Promise<Answer<typeof routes.mine>> {
    return presentProfile(await this.student.show(actor.personId));
  }

  @Endpoint(routes.save)
  async save(
    @Input() { body }: InputOf<typeof routes.save>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.save>> {
    return presentProfile(await this.student.save(actor.personId, body));
  }

  @Endpoint(routes.forget)
  async forget(@Who() actor: Actor): Promise<Answer<typeof routes.forget>> {
    await this.student.forget(actor.personId);
    return { done: true };
  }

  @Endpoint(rankingRoutes.show)
  async ranking(
    @Input() { query }: InputOf<typeof rankingRoutes.show>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof rankingRoutes.show>> {
    return presentRanking(await this.rankStudents.execute(actor.personId, query.period), actor.personId);
  }

  @Endpoint(rankingRoutes.consent)
  async consent(@Who() actor: Actor): Promise<Answer<typeof rankingRoutes.consent>> {
    return presentConsent(await this.consents.show(actor.personId));
  }

  @Endpoint(rankingRoutes.giveConsent)
  async giveConsent(
    @Input() { body }: InputOf<typeof rankingRoutes.giveConsent>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof rankingRoutes.giveConsent>> {
    return presentConsent(await this.consents.give(actor.personId, body.shownName));
  }

  @Endpoint(rankingRoutes.withdrawConsent)
  async withdrawConsent(@Who() actor: Actor): Promise<Answer<typeof rankingRoutes.withdrawConsent>> {
    await this.consents.withdraw(actor.personId);
    return { done: true };
  }
}

const presentConsent = (row: ConsentRow | undefined) => ({
  consent: row === undefined ? null : { shownName: row.shown_name, givenAt: row.given_at },
});
