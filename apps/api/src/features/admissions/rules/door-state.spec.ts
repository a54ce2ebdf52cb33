import { describe, expect, it } from '@jest/globals';
import { doorStateOf } from './door-state.js';

const END = '2026-11-28T08:00:00.000Z';
const BEFORE = '2026-11-28T07:59:59.999Z';
const came = { status: 'attended', seats: 2, admitted: 2, excused: false } as const;
const not = { status: 'confirmed', seats: 2, admitted: 0, excused: false } as const;

describe('doorStateOf', () => {
  it.each([
    ['expected', not, true, BEFORE],
    ['admitted', came, true, END],
    ['partly-admitted', { ...came, admitted: 1 }, true, BEFORE],
    ['absent-proposed', not, true, END],
    ['not-recorded', not, false, END],
    ['excused', { ...not, excused: true }, true, END],
    ['admitted', { ...came, excused: true }, true, END],
    ['absent', { ...not, status: 'no-show' }, true, END],
  ] as const)('%s', (expected, place, used, now) => {
    expect(doorStateOf(place, { used, endsAt: END }, now)).toBe(expected);
  });
});
