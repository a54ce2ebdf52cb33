import { describe, expect, it } from '@jest/globals';
import { hasBegun, isMoved } from './may-change-shift.js';

const shift = {
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  meetingPoint: '西门',
};

describe('a shift that is changed', () => {
  it.each([
    [{}, false],
    [{ startsAt: '2026-11-28T05:00:00.000Z' }, true],
    [{ endsAt: '2026-11-28T09:00:00.000Z' }, true],
    [{ meetingPoint: null }, true],
  ])('is moved by %j: %s', (change, moved) => {
    expect(isMoved(shift, { ...shift, ...change })).toBe(moved);
  });

  it.each([
    ['2026-11-28T05:59:59.999Z', false],
    ['2026-11-28T06:00:00.000Z', true],
  ])('has begun at %s: %s', (now, begun) => {
    expect(hasBegun(shift, new Date(now))).toBe(begun);
  });
});
