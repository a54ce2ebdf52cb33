import { describe, expect, it } from '@jest/globals';
import type { SiteCodeView } from '@xiaolin/shared-types/attendance/schema';
import { type Failure, networkFailure } from '@/shared/api/failure';
import { arrivedSince, countOf, leftOf, nextLook, ofWay, showCode, stateOf } from './projector';

const server = Date.parse('2026-11-23T05:52:06.000Z');
const view: SiteCodeView = {
  code: 'S1.a',
  typed: '7Q4M2K9F',
  direction: 'in',
  validUntil: '2026-11-23T05:52:20.000Z',
  serverTime: '2026-11-23T05:52:06.000Z',
  checkedIn: 37,
  checkedOut: 5,
  expected: 60,
};
/** A laptop whose clock is an hour slow. */
const device = server - 3_600_000;
const shown = showCode(view, device, null);
const offline = networkFailure('unreachable');
const outOfScope: Failure = { code: 'access.out-of-scope', facts: {}, errors: [], instance: null };

describe('how long a code stands', () => {
  it('follows the server, not the device', () => {
    expect([leftOf(shown, device), leftOf(shown, device + 4_000)]).toEqual([14_000, 10_000]);
  });
  it('keeps its length while the counts change', () => {
    const later = showCode({ ...view, serverTime: '2026-11-23T05:52:11.000Z' }, device + 5_000, shown);
    expect([later.life, leftOf(later, device + 5_000)]).toEqual([14_000, 9_000]);
    expect(showCode({ ...view, code: 'S1.b' }, device, shown).life).toBe(14_000);
  });
});

describe('when to look again', () => {
  it('for the counts every five seconds, for the next code just after it is there', () => {
    expect(nextLook(shown, false, device)).toBe(5_000);
    expect(nextLook(shown, false, device + 12_000)).toBe(2_150);
    expect(nextLook(shown, false, device + 14_500)).toBe(150);
  });
  it('soon after a failure', () => {
    expect([nextLook(shown, true, device), nextLook(null, false, device)]).toEqual([2_000, 2_000]);
  });
});

describe('what is on the wall', () => {
  it.each([
    ['nothing yet', null, null, 0, 'loading'],
    ['a code', shown, null, 0, 'live'],
    ['a code that still works without network', shown, offline, 10_000, 'holding'],
    ['a dead code without network', shown, offline, 18_000, 'over'],
    ['an answer that is a little late', shown, null, 16_000, 'live'],
    ['a laptop that slept', shown, null, 60_000, 'over'],
    ['never reached', null, offline, 0, 'failed'],
    ['somebody else’s shift', shown, outOfScope, 0, 'failed'],
  ] as const)('%s', (_, code, failure, passed, state) => {
    expect(stateOf(code, failure, device + passed)).toBe(state);
  });
  it('never the code of the other way', () => {
    expect([ofWay(shown, 'in'), ofWay(shown, 'out')]).toEqual([shown, null]);
  });
});

describe('the count', () => {
  it('is of those expected on the way in, of those who came on the way out', () => {
    expect(countOf(view)).toEqual({ done: 37, of: 60, percent: 62 });
    expect(countOf({ ...view, direction: 'out' })).toEqual({ done: 5, of: 37, percent: 14 });
    expect(countOf({ ...view, checkedIn: 0, expected: 0 })).toEqual({ done: 0, of: 0, percent: 0 });
  });
  it('says how many came since the last look at the same way', () => {
    const next = { ...view, checkedIn: 39 };
    expect([arrivedSince(view, next), arrivedSince(null, next), arrivedSince(next, view)]).toEqual([2, 0, 0]);
    expect(arrivedSince({ ...view, direction: 'out' }, next)).toBe(0);
  });
});
