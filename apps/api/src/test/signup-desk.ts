import { Messages } from '../features/inbox/index.js';
import { Scope, SettingsOfOrganizations } from '../features/organizations/index.js';
import { Restrictions } from '../features/restrictions/index.js';
import { Neighbours } from '../features/people/index.js';
import { Qualifications } from '../features/qualifications/index.js';
import { AnswerOffer } from '../features/signups/use-cases/answer-offer.js';
import { CancelSignup } from '../features/signups/use-cases/cancel-signup.js';
import { Eligibility } from '../features/signups/use-cases/eligibility.js';
import { LapseOffers } from '../features/signups/use-cases/lapse-offers.js';
import { LineDesk } from '../features/signups/use-cases/line-desk.js';
import { Lines } from '../features/signups/use-cases/lines.js';
import { Offers } from '../features/signups/use-cases/offers.js';
import { ShiftRules } from '../features/signups/use-cases/shift-rules.js';
import { PromoteSignups } from '../features/signups/use-cases/promote-signups.js';
import { SignUp } from '../features/signups/use-cases/sign-up.js';
import { SwapPlaces } from '../features/signups/use-cases/swap-places.js';
import type { Clock } from '../platform/clock/clock.js';
import type { UnitOfWork } from '../platform/db/unit-of-work.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { SystemRandom } from '../platform/random/random.js';

/** The use cases of signing up, put together by hand as one process has them. */
export function signupDesk(uow: UnitOfWork, clock: Clock) {
  const random = new SystemRandom();
  const messages = new Messages(new Outbox(clock, random));
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
    lines: new Lines(clock, random, offers, messages, neighbours),
  };
}
