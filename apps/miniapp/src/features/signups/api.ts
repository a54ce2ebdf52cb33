import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import type { AnswerInput } from '@xiaolin/shared-types/signups/questions';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { LineView, MySignup, PartyInput } from '@xiaolin/shared-types/signups/schema';
import { api } from '@/shared/session/session';

interface MineQuery {
  readonly when: 'coming' | 'past';
  readonly activityId?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

export const listMine = (query: MineQuery) => api(signupRoutes.mine, { query });
export const readMine = (signupId: string) => api(signupRoutes.mineOne, { params: { signupId } });

export const signUp = (occurrenceId: string, requestKey: string, party: PartyInput, answers: AnswerInput[]) =>
  api(signupRoutes.createForOccurrence, {
    params: { occurrenceId },
    body: { requestKey, party, ...(answers.length > 0 && { answers }) },
  });

export const readEligibility = (occurrenceId: string) =>
  api(signupRoutes.eligibility, { params: { occurrenceId } });

export const acceptOffer = (signupId: string, requestKey: string) =>
  api(signupRoutes.acceptOffer, { params: { signupId }, body: { requestKey } });

export const declineOffer = (signupId: string, requestKey: string) =>
  api(signupRoutes.declineOffer, { params: { signupId }, body: { requestKey } });

export const cancelSignup = (signupId: string, requestKey: string) =>
  api(signupRoutes.cancel, { params: { signupId }, body: { requestKey } });

/** The line a place belongs to, for what giving it up would mean; null where it cannot be read. */
export async function readLine(
  signup: Pick<MySignup, 'kind' | 'lineId' | 'activityId'>,
): Promise<LineView | null> {
  if (signup.kind === 'shift') {
    const shift = await api(shiftRoutes.detail, { params: { shiftId: signup.lineId } });
    return shift.ok ? shift.value.line : null;
  }
  const activity = await api(activityRoutes.detail, { params: { activityId: signup.activityId } });
  if (!activity.ok) return null;
  if (signup.kind === 'course') return activity.value.course?.line ?? null;
  return activity.value.occurrences.find(({ id }) => id === signup.lineId)?.line ?? null;
}
