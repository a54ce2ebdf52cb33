import { describe, expect, it } from '@jest/globals';
import { decideQualification } from './decide-qualification.js';

const TODAY = '2026-11-23';
const asked = { kind: 'guardian-consent', state: 'asked', personId: 'minor', validUntil: null } as const;

describe("the staff's word", () => {
  it.each([
    ['asked', 'confirm', 'confirmed'],
    ['asked', 'refuse', 'refused'],
    ['asked', 'withdraw', 'withdrawn'],
    ['confirmed', 'withdraw', 'withdrawn'],
    ['confirmed', 'confirm', 'qualification.not-waiting'],
    ['confirmed', 'refuse', 'qualification.not-waiting'],
    ['refused', 'confirm', 'qualification.not-waiting'],
    ['withdrawn', 'confirm', 'qualification.not-waiting'],
  ] as const)('%s, %s: %s', (state, verdict, expected) => {
    const decided = decideQualification({ ...asked, state }, 'worker', { verdict }, TODAY);
    expect(decided.kind === 'decided' ? decided.state : decided.code).toBe(expected);
  });

  it('art. 15: a consent ends a year later, whatever staff say; a training when they say', () => {
    const end = (kind: 'training' | 'guardian-consent', validUntil: string | null) =>
      decideQualification({ ...asked, kind }, 'worker', { verdict: 'confirm', validUntil }, TODAY);
    expect(end('guardian-consent', '2040-01-01')).toMatchObject({ validUntil: '2027-11-23' });
    expect(end('training', '2028-01-01')).toMatchObject({ validUntil: '2028-01-01' });
    expect(end('training', null)).toMatchObject({ validUntil: null });
  });

  it('is worth nothing about oneself', () => {
    for (const verdict of ['confirm', 'refuse', 'withdraw'] as const)
      expect(decideQualification(asked, 'minor', { verdict }, TODAY)).toMatchObject({
        code: 'qualification.own',
      });
  });
});
