import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import {
  type Applicant,
  type Held,
  type LineState,
  type Refused,
  refused,
  seatOrWait,
} from './decide-place.js';

export type ReviewDecision =
  | {
      readonly kind: Extract<SignupStatus, 'confirmed' | 'waitlisted' | 'rejected'>;
      readonly line: LineState;
    }
  | Refused;

/**
 * The organiser's word on an application. Approved, it gets seats while the whole party fits and nobody waits, else
 * it waits, at the position at which it was made. What cannot be carried out leaves the application as it is.
 */
export function decideReview(
  line: LineState,
  application: Pick<Held, 'status' | 'seats'>,
  verdict: 'approve' | 'reject',
  clash: Applicant['clash'],
  now: Date,
): ReviewDecision {
  if (application.status !== 'pending-review') return refused('signup.not-pending');
  if (now.getTime() >= Date.parse(line.endsAt)) return refused('signup.closed', { closedAt: line.closesAt });
  if (verdict === 'reject') return { kind: 'rejected', line };
  if (clash !== undefined) return refused('signup.clash', { title: clash.title, startsAt: clash.startsAt });
  return seatOrWait(line, application.seats);
}
