import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QualificationsModule } from '../qualifications/qualifications.module.js';
import { RestrictionsModule } from '../restrictions/restrictions.module.js';
import { DrawController } from './http/draw.controller.js';
import { SignupController } from './http/signup.controller.js';
import { AnswerOffer } from './use-cases/answer-offer.js';
import { CancelSignup } from './use-cases/cancel-signup.js';
import { DeleteAnswers } from './use-cases/delete-answers.js';
import { Draws } from './use-cases/draws.js';
import { Eligibility } from './use-cases/eligibility.js';
import { HoldDraws } from './use-cases/hold-draws.js';
import { LapseOffers } from './use-cases/lapse-offers.js';
import { LineDesk } from './use-cases/line-desk.js';
import { Lines } from './use-cases/lines.js';
import { ListAnswers } from './use-cases/list-answers.js';
import { ListMySignups } from './use-cases/list-my-signups.js';
import { ListRoster } from './use-cases/list-roster.js';
import { Offers } from './use-cases/offers.js';
import { Outcomes } from './use-cases/outcomes.js';
import { PromoteSignups } from './use-cases/promote-signups.js';
import { ReviewSignups } from './use-cases/review-signups.js';
import { ShiftRules } from './use-cases/shift-rules.js';
import { ShowDraw } from './use-cases/show-draw.js';
import { ShowPhone } from './use-cases/show-phone.js';
import { SignUp } from './use-cases/sign-up.js';
import { SwapPlaces } from './use-cases/swap-places.js';
import { TellDrawn } from './use-cases/tell-drawn.js';

@Module({
  imports: [InboxModule, PeopleModule, QualificationsModule, RestrictionsModule],
  controllers: [DrawController, SignupController],
  providers: [
    AnswerOffer,
    CancelSignup,
    DeleteAnswers,
    Draws,
    Eligibility,
    HoldDraws,
    LapseOffers,
    LineDesk,
    Lines,
    ListAnswers,
    ListMySignups,
    ListRoster,
    Offers,
    Outcomes,
    PromoteSignups,
    ReviewSignups,
    ShiftRules,
    ShowDraw,
    ShowPhone,
    SignUp,
    SwapPlaces,
    TellDrawn,
  ],
  exports: [Lines, Outcomes, SwapPlaces],
})
export class SignupsModule {}
