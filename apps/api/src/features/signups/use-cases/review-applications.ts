import type { ReviewResult } from '@xiaolin/shared-types/signups/schema';
import type { Applicant } from '../rules/decide-place.js';
import { decideReview } from '../rules/decide-review.js';
import type { SignupRow } from '../store/signup.store.js';
import type { LineBook } from './line-book.js';
import type { ReviewRequest } from './line-requests.js';

/** Decides applications in the order in which they were made; those that cannot be decided are named with a code. */
export function review(
  book: LineBook,
  request: ReviewRequest,
  clashOf: (personId: string) => Applicant['clash'],
): ReviewResult {
  const decided: ReviewResult['decided'] = [];
  const refused: ReviewResult['refused'] = [];
  const asked = [...new Set(request.signupIds)];
  const known = asked.flatMap((id) => book.signup(id) ?? []).sort((a, b) => a.position - b.position);
  for (const signup of known) {
    const decision = decideReview(book.line, signup, request.verdict, clashOf(signup.person_id), book.now);
    if (decision.kind === 'refused') {
      refused.push({ signupId: signup.id, code: decision.code });
      continue;
    }
    book.line = decision.line;
    record(book, { ...signup, status: decision.kind, decided_at: book.at }, request);
    decided.push({ signupId: signup.id, status: decision.kind });
  }
  const unknown = asked.filter((id) => book.signup(id) === undefined);
  refused.push(...unknown.map((signupId) => ({ signupId, code: 'signup.unknown' })));
  return { decided, refused };
}

function record(book: LineBook, after: SignupRow, { actorId, reason }: ReviewRequest): void {
  if (after.status === 'rejected') {
    const rejected = { ...after, cancel_reason: reason?.text ?? null, reason_code: reason?.code ?? null };
    book.put(rejected, { actorId, action: 'rejected', reason: reason?.text ?? reason?.code ?? null });
    book.tell(rejected, 'signup.rejected', {
      reasonCode: reason?.code ?? 'other',
      reason: reason?.text ?? '',
    });
    return;
  }
  book.put(after, { actorId, action: 'approved' });
  book.tell(after, 'signup.approved', { status: after.status });
}
