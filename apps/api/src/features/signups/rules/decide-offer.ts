import type { SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { type Applicant, type LineState, type Refused, refused } from './decide-place.js';

/** An offer under its line's lock. */
export interface Offer {
  readonly status: SignupStatus;
  readonly seats: number;
  readonly offerUntil: string | null;
}

export type OfferDecision =
  { readonly kind: 'confirmed' | 'declined' | 'lapsed'; readonly line: LineState } | Refused;

/** An offer ends at its moment, whether a job has noticed it or not. */
export const isOverdue = ({ status, offerUntil }: Offer, now: Date): boolean =>
  status === 'offered' && (offerUntil === null || Date.parse(offerUntil) <= now.getTime());

function missing(offer: Offer, now: Date): Refused | undefined {
  if (offer.status === 'lapsed' || isOverdue(offer, now)) return refused('signup.offer-lapsed');
  return offer.status === 'offered' ? undefined : refused('signup.no-offer');
}

/** Taking the offered seats: they are counted already, so only who holds them changes. */
export function decideAccept(
  line: LineState,
  offer: Offer,
  clash: Applicant['clash'],
  now: Date,
): OfferDecision {
  const no = missing(offer, now);
  if (no !== undefined) return no;
  if (clash !== undefined) return refused('signup.clash', { title: clash.title, startsAt: clash.startsAt });
  return { kind: 'confirmed', line };
}

/** Saying no: the seats go to the next in line; whoever declined may sign up again, at the tail. */
export function decideDecline(line: LineState, offer: Offer, now: Date): OfferDecision {
  return missing(offer, now) ?? { kind: 'declined', line: { ...line, taken: line.taken - offer.seats } };
}

/** What happens to an offer that nobody answered in time. */
export const lapse = (line: LineState, offer: Offer): LineState => ({
  ...line,
  taken: line.taken - offer.seats,
});
