import { expect, it } from '@jest/globals';
import { instantOf, outOf, wallClockOf } from './model';

it("speaks of the district's clock, whatever zone the phone is in", () => {
  expect(wallClockOf('2026-11-27T16:05:00.000Z')).toEqual({ date: '2026-11-28', time: '00:05' });
  expect(instantOf({ date: '2026-11-28', time: '00:05' })).toBe('2026-11-27T16:05:00.000Z');
  expect(instantOf({ date: '2026-11-28', time: '' })).toBeNull();
});

it('never proposes a time before the way in, but forgives its seconds', () => {
  const stay = { inAt: '2026-11-28T06:05:30.000Z' };
  expect(outOf(stay, { date: '2026-11-28', time: '15:30' })).toBe('2026-11-28T07:30:00.000Z');
  expect(outOf(stay, { date: '2026-11-28', time: '14:05' })).toBe(stay.inAt);
  expect(outOf(stay, { date: '2026-11-28', time: '14:04' })).toBeNull();
});
