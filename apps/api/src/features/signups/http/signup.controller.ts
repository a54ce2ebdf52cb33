import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { AnswerOffer } from '../use-cases/answer-offer.js';
import { CancelSignup } from '../use-cases/cancel-signup.js';
import { Eligibility } from '../use-cases/eligibility.js';
import { ListAnswers } from '../use-cases/list-answers.js';
import { ListMySignups } from '../use-cases/list-my-signups.js';
import { ListRoster } from '../use-cases/list-roster.js';
import { PromoteSignups } from '../use-cases/promote-signups.js';
import { ReviewSignups } from '../use-cases/review-signups.js';
import { ShiftRules } from '../use-cases/shift-rules.js';
import { ShowPhone } from '../use-cases/show-phone.js';
import { SignUp } from '../use-cases/sign-up.js';
import { presentMySignup, presentRosterEntry } from './signup.presenter.js';

@Controller()
export class SignupController {
  constructor(
    private readonly signUp: SignUp,
    private readonly cancelSignup: CancelSignup,
    private readonly answerOffer: AnswerOffer,
    private readonly reviewSignups: ReviewSignups,
    private readonly promoteSignups: PromoteSignups,
    private readonly listMySignups: ListMySignups,
    private readonly listRoster: ListRoster,
    private readonly listAnswers: ListAnswers,
    private readonly showPhoneOf: ShowPhone,
    private readonly eligibilityOf: Eligibility,
    private readonly shiftRules: ShiftRules,
  ) {}

  @Endpoint(routes.createForOccurrence)
  createForOccurrence(
    @Input() { params, body }: InputOf<typeof routes.createForOccurrence>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.createForOccurrence>> {
    return this.signUp.execute(actor.personId, 'occurrence', params.occurrenceId, body);
  }

  @Endpoint(routes.eligibility)
  eligibility(
    @Input() { params }: InputOf<typeof routes.eligibility>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.eligibility>> {
    return this.eligibilityOf.execute(actor.personId, params.occurrenceId);
  }

  @Endpoint(routes.shiftEligibility)
  shiftEligibility(
    @Input() { params }: InputOf<typeof routes.shiftEligibility>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.shiftEligibility>> {
    return this.shiftRules.execute(actor.personId, params.shiftId);
  }

  @Endpoint(routes.createForShift)
  createForShift(
    @Input() { params, body }: InputOf<typeof routes.createForShift>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.createForShift>> {
    return this.signUp.execute(actor.personId, 'shift', params.shiftId, body);
  }

  @Endpoint(routes.cancel)
  cancel(
    @Input() { params, body }: InputOf<typeof routes.cancel>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.cancel>> {
    return this.cancelSignup.execute(actor.personId, params.signupId, body);
  }

  @Endpoint(routes.acceptOffer)
  acceptOffer(
    @Input() { params, body }: InputOf<typeof routes.acceptOffer>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.acceptOffer>> {
    return this.answerOffer.execute(actor.personId, params.signupId, 'accept', body.requestKey);
  }

  @Endpoint(routes.declineOffer)
  declineOffer(
    @Input() { params, body }: InputOf<typeof routes.declineOffer>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.declineOffer>> {
    return this.answerOffer.execute(actor.personId, params.signupId, 'decline', body.requestKey);
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { query }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    const page = await this.listMySignups.execute(actor.personId, query, pageRequest(query, 2));
    return { items: page.rows.map((row) => presentMySignup(row, page.now)), nextCursor: page.nextCursor };
  }

  @Endpoint(routes.mineOne)
  async mineOne(
    @Input() { params }: InputOf<typeof routes.mineOne>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mineOne>> {
    const { row, now } = await this.listMySignups.one(actor.personId, params.signupId);
    return presentMySignup(row, now);
  }

  @Endpoint(routes.createForSomebody)
  createForSomebody(
    @Input() { params, body }: InputOf<typeof routes.createForSomebody>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.createForSomebody>> {
    return this.signUp.forSomebody(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.review)
  review(
    @Input() { params, body }: InputOf<typeof routes.review>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.review>> {
    return this.reviewSignups.execute(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.promote)
  promote(
    @Input() { params, body }: InputOf<typeof routes.promote>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.promote>> {
    return this.promoteSignups.execute(actor.personId, params.occurrenceId, body);
  }

  @Endpoint(routes.answersOfOccurrence)
  answersOfOccurrence(
    @Input() { params, query }: InputOf<typeof routes.answersOfOccurrence>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.answersOfOccurrence>> {
    return this.listAnswers.execute(actor.personId, params.occurrenceId, pageRequest(query, 1));
  }

  @Endpoint(routes.showPhone)
  async showPhone(
    @Input() { params }: InputOf<typeof routes.showPhone>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.showPhone>> {
    return {
      phone: await this.showPhoneOf.execute(actor.personId, params.occurrenceId, params.signupId),
    };
  }

  @Endpoint(routes.rosterOfOccurrence)
  async rosterOfOccurrence(
    @Input() { params, query }: InputOf<typeof routes.rosterOfOccurrence>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.rosterOfOccurrence>> {
    const page = await this.listRoster.execute(
      actor.personId,
      params.occurrenceId,
      query,
      pageRequest(query, 1),
    );
    return { items: page.rows.map(presentRosterEntry), nextCursor: page.nextCursor };
  }
}
