import { expect, it } from '@jest/globals';
import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import type { SwapView } from '@xiaolin/shared-types/shifts/swaps';
import { codeWords, givable, isOpen, readCode } from './model';

const now = new Date('2026-11-23T02:00:00.000Z');
const shift = (signupId: string, given: Partial<MyShift> = {}) =>
  ({
    signupId,
    status: 'confirmed',
    calledOff: false,
    state: 'scheduled',
    startsAt: '2026-11-28T06:00:00.000Z',
    ...given,
  }) as MyShift;
const swap = (given: Partial<SwapView>) =>
  ({ mine: true, signupId: 'a', state: 'open', over: false, ...given }) as SwapView;

it('offers for a swap what is held and has not begun, each once', () => {
  const shifts = [
    shift('a'),
    shift('b'),
    shift('waiting', { status: 'waitlisted' }),
    shift('off', { calledOff: true }),
    shift('in', { state: 'checked-in' }),
    shift('begun', { startsAt: now.toISOString() }),
  ];
  const ids = (swaps: SwapView[]) => givable({ shifts, swaps }, now).map(({ signupId }) => signupId);
  expect(ids([])).toEqual(['a', 'b']);
  expect(ids([swap({})])).toEqual(['b']);
  expect(ids([swap({ state: 'done' })])).toEqual(['a', 'b']);
  expect(ids([swap({ mine: false })])).toEqual(['a', 'b']);
});

it('is open until it is done or the shift begins', () => {
  expect(
    [swap({}), swap({ state: 'proposed' }), swap({ state: 'done' }), swap({ over: true })].map(isOpen),
  ).toEqual([true, true, false, false]);
});

it('reads a code as people type it', () => {
  expect(codeWords('AB12CD34')).toBe('AB12 CD34');
  expect(readCode('ab12-cd34')).toBe('AB12CD34');
  expect(readCode('ab12')).toBeNull();
});
