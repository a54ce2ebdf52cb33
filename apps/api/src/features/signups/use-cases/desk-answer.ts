import type { LineKind, SignupView } from '@xiaolin/shared-types/signups/schema';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { DeskBusy } from '../../../platform/desk/group-commit.js';
import { Refusal } from '../../../platform/http/refusal.js';
import type { Refused } from '../rules/decide-place.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { SignupStore } from '../store/signup.store.js';
import type { LineOutcome } from './line-requests.js';

/** The signup out of a desk's outcome. @throws Refusal for everything else. */
export async function unpack(outcome: Promise<LineOutcome>, asked: LineKind): Promise<SignupView> {
  const decided = await outcomeOf(outcome);
  if (decided.kind !== 'answered')
    throw new Refusal(asked === 'shift' ? 'shift.unknown' : 'occurrence.unknown');
  return decided.signup;
}

/** What came of a request. @throws Refusal when it was refused, or the queue is full. */
export async function outcomeOf(outcome: Promise<LineOutcome>): Promise<Exclude<LineOutcome, Refused>> {
  const decided = await outcome.catch((error: unknown) => {
    throw error instanceof DeskBusy ? new Refusal('signup.line-busy', {}, [], 1) : error;
  });
  if (decided.kind === 'refused') throw new Refusal(decided.code, decided.facts, decided.errors);
  return decided;
}

/**
 * The line of a place. It only finds the desk's queue: whose the place is and what may be done with it is decided
 * under the line's lock.
 *
 * @throws Refusal `signup.unknown`.
 */
export async function lineOfSignup(uow: UnitOfWork, signupId: string): Promise<LineRow> {
  const line = await uow.read(async (tx) => {
    const signup = await new SignupStore(tx).find(signupId);
    return signup && new LineStore(tx).find(signup.line_id);
  });
  if (line === undefined) throw new Refusal('signup.unknown');
  return line;
}
