import type { AnswerInput } from '@xiaolin/shared-types/signups/questions';
import type {
  PartyInput,
  Promotion,
  RejectionReason,
  ReviewResult,
  SignupView,
} from '@xiaolin/shared-types/signups/schema';
import type { KeyedRequest } from '../../../platform/idempotency/request-answers.js';
import type { Newcomer } from '../../people/index.js';
import type { Refused } from '../rules/decide-place.js';

/* What is asked for at a line's desk, and what comes of it. */

export interface SignUpRequest extends KeyedRequest {
  readonly kind: 'sign-up';
  /** What the caller took the line for; a shift's id is no occurrence, a course's is. */
  readonly asked: 'occurrence' | 'shift';
  readonly personId: string;
  readonly party: PartyInput;
  readonly answers: readonly AnswerInput[];
  /** Present when staff sign up somebody without a phone: `personId` is then the id this person will have. */
  readonly newcomer?: Newcomer;
}

export interface CancelRequest extends KeyedRequest {
  readonly kind: 'cancel';
  readonly personId: string;
  readonly signupId: string;
  readonly reason: string | null;
}

/** The answer to an offer. */
export interface OfferRequest extends KeyedRequest {
  readonly kind: 'accept' | 'decline';
  readonly personId: string;
  readonly signupId: string;
}

/** Staff decide applications. */
export interface ReviewRequest extends KeyedRequest {
  readonly kind: 'review';
  readonly signupIds: readonly string[];
  readonly verdict: 'approve' | 'reject';
  readonly reason: { readonly code: RejectionReason; readonly text: string | null } | null;
}

/** Staff ask the next in line by hand. */
export interface PromoteRequest extends KeyedRequest {
  readonly kind: 'promote';
  readonly parties: number;
}

/** Asks for nothing but what time has brought: offers that ended. Anybody may submit it, as often as they like. */
export interface SweepRequest {
  readonly kind: 'sweep';
}

export type PersonRequest = SignUpRequest | CancelRequest | OfferRequest;
export type KeyedLineRequest = PersonRequest | ReviewRequest | PromoteRequest;
export type LineRequest = KeyedLineRequest | SweepRequest;

export type LineOutcome =
  | { readonly kind: 'answered'; readonly signup: SignupView }
  | { readonly kind: 'reviewed'; readonly review: ReviewResult }
  | { readonly kind: 'promoted'; readonly promotion: Promotion }
  | Refused
  | { readonly kind: 'unknown' }
  | { readonly kind: 'swept' };

/** Whose scope must reach the line. */
export const isByStaff = (request: LineRequest): boolean =>
  request.kind === 'review' ||
  request.kind === 'promote' ||
  (request.kind === 'sign-up' && request.newcomer !== undefined);

export const isKeyed = (request: LineRequest): request is KeyedLineRequest => request.kind !== 'sweep';
