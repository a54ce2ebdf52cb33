import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { type SwapKind, swapRoutes, type SwapView } from '@xiaolin/shared-types/shifts/swaps';
import type { Result } from '@/shared/api/failure';
import { api } from '@/shared/session/session';

export interface MySwaps {
  readonly swaps: readonly SwapView[];
  /** Own places that could still be given. */
  readonly shifts: readonly MyShift[];
}

export async function loadSwaps(): Promise<Result<MySwaps>> {
  const [swaps, shifts] = await Promise.all([
    api(swapRoutes.mine, {}),
    api(attendanceRoutes.mine, { query: { when: 'coming', limit: '50' } }),
  ]);
  if (!swaps.ok) return swaps;
  if (!shifts.ok) return shifts;
  return { ok: true, value: { swaps: swaps.value.items, shifts: shifts.value.items } };
}

export const offerSwap = (requestKey: string, signupId: string, kind: SwapKind) =>
  api(swapRoutes.offer, { params: { signupId }, body: { requestKey, kind } });

export const lookAtSwap = (code: string) => api(swapRoutes.byCode, { query: { code } });

export const acceptSwap = (requestKey: string, code: string, signupId: string | null) =>
  api(swapRoutes.accept, { body: { requestKey, code, ...(signupId !== null && { signupId }) } });

export const agreeToSwap = (requestKey: string, swapId: string) =>
  api(swapRoutes.agree, { params: { swapId }, body: { requestKey } });

export const declineSwap = (requestKey: string, swapId: string) =>
  api(swapRoutes.decline, { params: { swapId }, body: { requestKey } });

export const withdrawSwap = (requestKey: string, swapId: string) =>
  api(swapRoutes.withdraw, { params: { swapId }, body: { requestKey } });
