import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { readTyped } from '@xiaolin/shared-types/contract/typed-code';
import type { SwapView } from '@xiaolin/shared-types/shifts/swaps';
import type { MySwaps } from './api';

/** Places that can still be given: confirmed, not begun, and nothing offered about them yet. */
export const givable = ({ shifts, swaps }: MySwaps, now: Date): readonly MyShift[] =>
  shifts.filter(
    ({ signupId, status, calledOff, state, startsAt }) =>
      status === 'confirmed' &&
      !calledOff &&
      state === 'scheduled' &&
      now.getTime() < Date.parse(startsAt) &&
      !swaps.some((swap) => swap.mine && swap.signupId === signupId && isOpen(swap)),
  );

export const isOpen = ({ state, over }: Pick<SwapView, 'state' | 'over'>): boolean =>
  !over && (state === 'open' || state === 'proposed');

/** `AB12 CD34`, to be read aloud. */
export const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

export const readCode = (text: string): string | null => readTyped(text);
