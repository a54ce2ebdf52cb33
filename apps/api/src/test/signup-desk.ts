import { Messages } from '../features/inbox/index.js';
import { Scope, SettingsOfOrganizations } from '../features/organizations/index.js';
import { Restrictions } from '../features/restrictions/index.js';
import { Neighbours } from '../features/people/index.js';
import { Qualifications } from '../features/qualifications/index.js';
import { AnswerOffer } from '../features/signups/use-cases/answer-offer.js';
import { CancelSignup } from '../features/signups/use-cases/cancel-signup.js';
import { Draws } from '../features/signups/use-cases/draws.js';
import { Eligibility } from '../features/signups/use-cases/eligibility.js';
import { HoldDraws } from '../features/signups/use-cases/hold-draws.js';
import { LapseOffers } from '../features/signups/use-cases/lapse-offers.js';
import { LineDesk } from '../features/signups/use-cases/line-desk.js';
import { Lines } from '../features/signups/use-cases/lines.js';
import { Offers } from '../features/signups/use-cases/offers.js';
import { ShiftRules } from '../features/signups/use-cases/shift-rules.js';
import { ShowDraw } from '../features/signups/use-cases/show-draw.js';
import { PromoteSignups } from '../features/signups/use-cases/promote-signups.js';
import { SignUp } from '../features/signups/use-cases/sign-up.js';
import { SwapPlaces } from '../features/signups/use-cases/swap-places.js';
import { TellDrawn } from '../features/signups/use-cases/tell-drawn.js';
import type { Clock } from '../platform/clock/clock.js';
import type { UnitOfWork } from '../platform/db/unit-of-work.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { OutboxRunner } from '../platform/outbox/outbox-runner.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { SystemRandom } from '../platform/random/random.js';

/** The use cases of signing up, put together by hand as one process has them. */
export function signupDesk(uow: UnitOfWork, clock: Clock) {
  const random = new SystemRandom();
  const outbox = new Outbox(clock, random);
  const messages = new Messages(outbox);
  const draws = new Draws(clock, random, outbox);
  const offers = new Offers();
  const neighbours = new Neighbours(clock);
  const shiftRules = new ShiftRules(uow, neighbours, new Qualifications());
  const restrictions = new Restrictions(new SettingsOfOrganizations(uow, clock, random, new Scope(clock)));
  const desk = new LineDesk(
    uow,
    clock,
    random,
    offers,
    messages,
    neighbours,
    new Scope(clock),
    restrictions,
    new Eligibility(uow, neighbours, shiftRules),
    draws,
  );
  return {
    desk,
    signUp: new SignUp(desk, random),
    cancel: new CancelSignup(uow, desk),
    answerOffer: new AnswerOffer(uow, desk),
    promote: new PromoteSignups(desk),
    lapseOffers: new LapseOffers(uow, clock, desk, new JobRunner()),
    swapPlaces: new SwapPlaces(clock, random, restrictions, shiftRules, messages, neighbours),
    shiftRules,
    lines: new Lines(clock, random, offers, messages, neighbours, draws),
    draws,
    holdDraws: new HoldDraws(uow, clock, desk, new JobRunner()),
    showDraw: new ShowDraw(uow, clock, desk),
    tellDrawn: new TellDrawn(new OutboxRunner(uow, clock, random), random, messages),
  };
}
