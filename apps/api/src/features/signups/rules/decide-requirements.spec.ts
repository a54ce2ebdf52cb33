import { describe, expect, it } from '@jest/globals';
import type { RoleRequirements } from '@xiaolin/shared-types/shifts/requirements';
import {
  checkRequirements,
  decideRequirements,
  type HeldQualification,
  isMinor,
  type Volunteer,
} from './decide-requirements.js';

const shift = {
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  organizationPath: '/district/street/here/',
};
const asks = (given: Partial<RoleRequirements> = {}): RoleRequirements => ({
  trainings: [],
  skills: [],
  minAge: null,
  maxAge: null,
  ...given,
});
const who = (given: Partial<Volunteer> = {}): Volunteer => ({
  name: '杨思远',
  birthYear: 2000,
  skills: [],
  qualifications: [],
  ...given,
});
const held = (given: Partial<HeldQualification> = {}): HeldQualification => ({
  kind: 'training',
  name: '急救培训',
  state: 'confirmed',
  organizationPath: '/district/street/here/',
  doneOn: '2026-05-01',
  validUntil: '2027-05-01',
  ...given,
});
const consent = (given: Partial<HeldQualification> = {}) =>
  held({ kind: 'guardian-consent', name: '杨建国', ...given });
const code = (role: RoleRequirements, volunteer: Volunteer) =>
  decideRequirements(role, volunteer, shift)?.code ?? 'ok';

describe('志愿服务条例 art. 15: a task fits age and ability', () => {
  it.each([
    // Born in 2012 somebody may still be 13 in 2026; born in 2008, still 17.
    [null, 'signup.age-unknown'],
    [2015, 'signup.too-young'],
    [2012, 'signup.too-young'],
    [2011, 'signup.guardian-consent'],
    [2008, 'signup.guardian-consent'],
    [2007, 'ok'],
    [1958, 'ok'],
  ])('born in %s: %s, whatever the role asks', (birthYear, expected) => {
    expect(code(asks(), who({ birthYear }))).toBe(expected);
  });

  it.each([
    ['given to this community', {}, 'ok'],
    ['given to its street', { organizationPath: '/district/street/' }, 'ok'],
    ['given to another community', { organizationPath: '/district/street/beside/' }, 'none'],
    ['that waits', { state: 'asked', validUntil: null }, 'asked'],
    ['that was refused', { state: 'refused' }, 'refused'],
    ['that was taken back', { state: 'withdrawn' }, 'none'],
    ['that ends the day before', { validUntil: '2026-11-27' }, 'expired'],
    ['that ends on the day', { validUntil: '2026-11-28' }, 'ok'],
  ] as const)('a consent %s: %s', (_, given, expected) => {
    const minor = who({ birthYear: 2010, qualifications: [consent(given)] });
    const refusal = decideRequirements(asks(), minor, shift);
    expect(refusal === undefined ? 'ok' : refusal.facts['state']).toBe(expected);
    expect(refusal === undefined || refusal.code === 'signup.guardian-consent').toBe(true);
  });

  it("does not take a training for a guardian's consent, nor the other way round", () => {
    expect(code(asks(), who({ birthYear: 2010, qualifications: [held()] }))).toBe('signup.guardian-consent');
    expect(code(asks({ trainings: ['杨建国'] }), who({ qualifications: [consent()] }))).toBe(
      'signup.training-missing',
    );
  });

  it.each([
    [{ minAge: 16, maxAge: 18 }, 2010, 'signup.guardian-consent'],
    [{ minAge: 16, maxAge: 18 }, 2011, 'signup.age-limit'],
    [{ minAge: 16, maxAge: 18 }, 2006, 'signup.age-limit'],
    [{ minAge: 18, maxAge: null }, 2009, 'signup.age-limit'],
    [{ minAge: null, maxAge: 60 }, 1960, 'signup.age-limit'],
  ])('a role for %j and somebody born in %i: %s', (limits, birthYear, expected) => {
    expect(code(asks(limits), who({ birthYear }))).toBe(expected);
  });
});

describe('trainings and skills', () => {
  const role = asks({ trainings: ['急救培训'], skills: ['普通话'] });
  it.each([
    ['confirmed', {}, 'ok'],
    ['by the street', { organizationPath: '/district/street/' }, 'ok'],
    ['by the district', { organizationPath: '/district/' }, 'ok'],
    ['by another community', { organizationPath: '/district/street/beside/' }, 'signup.training-missing'],
    ['of another name', { name: '消防培训' }, 'signup.training-missing'],
    ['run out', { validUntil: '2026-11-27' }, 'signup.training-missing'],
    ['without an end', { validUntil: null }, 'ok'],
    ['that is only to come', { doneOn: '2026-11-29' }, 'signup.training-missing'],
    ['that waits', { state: 'asked' }, 'signup.training-missing'],
  ] as const)('a training %s: %s', (_, given, expected) => {
    expect(code(role, who({ skills: ['普通话'], qualifications: [held(given)] }))).toBe(expected);
  });

  it('names each that is met and each that is not', () => {
    const checks = checkRequirements(
      asks({ trainings: ['急救培训', '消防培训'], skills: ['普通话', '手语'] }),
      who({ skills: ['手语'], qualifications: [held()] }),
      shift,
    );
    expect(checks.map(({ kind, name, refusal }) => [kind, name, refusal?.code ?? 'ok'])).toEqual([
      ['age', '', 'ok'],
      ['training', '急救培训', 'ok'],
      ['training', '消防培训', 'signup.training-missing'],
      ['skill', '普通话', 'signup.skill-missing'],
      ['skill', '手语', 'ok'],
    ]);
  });

  it('knows a minor by the year of birth, with care', () => {
    expect([2007, 2008, 2009, null].map((year) => isMinor(year, shift.startsAt))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
