import { describe, expect, it } from '@jest/globals';
import { CERTIFICATE_STATES } from '@xiaolin/shared-types/certificates/schema';
import { mayBecome, standingOf, TRANSITIONS } from './states.js';

describe('the states of a certificate', () => {
  it('never come back to issued, and end with revoked', () => {
    expect(Object.keys(TRANSITIONS)).toEqual([...CERTIFICATE_STATES]);
    for (const from of CERTIFICATE_STATES) expect(mayBecome(from, 'issued')).toBe(false);
    for (const to of CERTIFICATE_STATES) expect(mayBecome('revoked', to)).toBe(false);
    expect(mayBecome('issued', 'superseded')).toBe(true);
    expect(mayBecome('superseded', 'revoked')).toBe(true);
  });

  it.each([
    ['issued', null, true, 'issued', null],
    ['issued', null, false, 'superseded', 'amended'],
    ['superseded', 'reissued', false, 'superseded', 'reissued'],
    ['superseded', 'amended', true, 'superseded', 'amended'],
    ['revoked', null, false, 'revoked', null],
  ] as const)('%s (%s), intact %s: %s (%s)', (state, supersededBecause, intact, now, because) => {
    expect(standingOf({ state, supersededBecause }, intact)).toEqual({
      state: now,
      supersededBecause: because,
    });
  });
});
