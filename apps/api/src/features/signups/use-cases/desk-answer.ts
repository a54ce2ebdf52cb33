import type { LineKind, SignupView } from '@xiaolin/shared-types/signups/schema';
import { DeskBusy } from '../../../platform/desk/group-commit.js';
import { Refusal } from '../../../platform/http/refusal.js';
import type { LineOutcome } from './line-desk.js';

/** The signup out of a desk's outcome. @throws Refusal for everything else. */
export async function unpack(outcome: Promise<LineOutcome>, asked: LineKind): Promise<SignupView> {
  const decided = await outcome.catch((error: unknown) => {
    throw error instanceof DeskBusy ? new Refusal('signup.line-busy', {}, [], 1) : error;
  });
  if (decided.kind === 'unknown') throw new Refusal(`${asked}.unknown`);
  if (decided.kind === 'refused') throw new Refusal(decided.code, decided.facts);
  return decided.signup;
}
