import { describe, expect, it } from '@jest/globals';
import type { ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import { lineOf, mendOf, missingOf, readDay } from './model';

const now = new Date('2026-11-23T02:00:00.000Z');
const eligibility = (code: string, facts: Record<string, string | number> = {}): ShiftEligibility => ({
  shiftId: 's',
  checks: [],
  refusal: { code, facts },
});

describe('what a role asks', () => {
  it('says of each requirement whether it is met, and if not, what to do', () => {
    expect(lineOf({ kind: 'skill', name: '手语', refusal: null }, now)).toEqual({
      title: '会“手语”',
      why: null,
    });
    const missing = {
      kind: 'training' as const,
      name: '急救',
      refusal: { code: 'signup.training-missing', facts: { training: '急救', state: 'none' } },
    };
    expect(lineOf(missing, now)).toEqual({ title: '参加过“急救”', why: '要先参加“急救”' });
  });

  it.each([
    ['signup.age-unknown', 'details'],
    ['signup.guardian-consent', 'qualifications'],
    ['signup.training-missing', 'qualifications'],
    ['signup.skill-missing', 'qualifications'],
    ['signup.too-young', null],
    ['signup.overwork', null],
  ])('%s is mended at %s', (code, where) => {
    expect(mendOf(eligibility(code))).toBe(where);
  });

  it('asks only for what is missing and not asked for yet', () => {
    const check = (name: string, state: string | null) => ({
      kind: 'training' as const,
      name,
      refusal: state === null ? null : { code: 'signup.training-missing', facts: { state } },
    });
    const all = {
      shiftId: 's',
      refusal: null,
      checks: [check('a', null), check('b', 'none'), check('c', 'asked')],
    };
    expect(missingOf(all, 'training')).toEqual(['b']);
    expect(missingOf(null, 'training')).toEqual([]);
  });

  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2026年5月1日', '2026-05-01'],
    ['2026.5.31', '2026-05-31'],
    ['2026-02-30', null],
    ['五月', null],
    ['', null],
  ])('reads %s as %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
