import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAge, decideEligibility, type Candidate, type KnownAudience } from './decide-eligibility.js';

const village = { name: '万溪冲社区', path: '/d/wujiaying/wanxichong/' };
const street = { name: '吴家营街道', path: '/d/wujiaying/' };
const university = { name: '云南大学', path: '/ynu/' };
const audience = (given: Partial<KnownAudience> = {}): KnownAudience => ({
  named: (given.communities ?? given.universities) !== undefined,
  communities: [],
  universities: [],
  minAge: null,
  maxAge: null,
  householdLimit: null,
  ...given,
});
const who = (given: Partial<Candidate> = {}): Candidate => ({
  homePath: null,
  universityPath: null,
  birthYear: null,
  ...given,
});
const STARTS = '2026-12-01T06:00:00.000Z';
const code = (
  limits: KnownAudience,
  person: Candidate,
  party: { held?: number; guests?: (number | null)[] } = {},
) =>
  decideEligibility(limits, person, {
    name: '段丽华',
    guests: (party.guests ?? []).map((birthYear, at) => ({
      name: `同行${at}`,
      birthYear,
      kind: 'elder' as const,
    })),
    held: party.held ?? 0,
    startsAt: STARTS,
  })?.code;

describe('decideEligibility', () => {
  it.each([
    ['everyone', audience(), who(), undefined],
    [
      'a resident of the community',
      audience({ communities: [village] }),
      who({ homePath: village.path }),
      undefined,
    ],
    [
      'a resident of the street',
      audience({ communities: [street] }),
      who({ homePath: village.path }),
      undefined,
    ],
    [
      'a neighbour of the street only',
      audience({ communities: [village] }),
      who({ homePath: street.path }),
      'signup.not-in-audience',
    ],
    ['nobody knows where they live', audience({ communities: [village] }), who(), 'signup.home-unknown'],
    [
      'a student for students',
      audience({ universities: [university] }),
      who({ universityPath: '/ynu/' }),
      undefined,
    ],
    [
      'a resident for students',
      audience({ universities: [university] }),
      who({ homePath: village.path }),
      'signup.students-only',
    ],
    [
      'a student where residents or students may',
      audience({ communities: [village], universities: [university] }),
      who({ universityPath: '/ynu/' }),
      undefined,
    ],
    [
      'named organizations that are all gone',
      audience({ named: true }),
      who({ homePath: village.path }),
      'signup.students-only',
    ],
  ] as const)('%s', (_, limits, person, expected) => {
    expect(code(limits, person)).toBe(expected);
  });

  it('asks everybody of the party for their age, and nobody where there is no limit', () => {
    const limits = audience({ minAge: 6, maxAge: 12 });
    expect(code(audience(), who(), { guests: [null] })).toBeUndefined();
    expect(code(limits, who())).toBe('signup.age-unknown');
    expect(code(limits, who({ birthYear: 2018 }), { guests: [null] })).toBe('signup.age-unknown');
    expect(code(limits, who({ birthYear: 2018 }), { guests: [2021] })).toBe('signup.age-limit');
    expect(code(limits, who({ birthYear: 2018 }), { guests: [2020] })).toBeUndefined();
  });

  it('lets whoever brings a child of the right age come along with it', () => {
    const children = audience({ minAge: 6, maxAge: 12 });
    const come = (birthYear: number) =>
      decideEligibility(children, who({ birthYear: 1980 }), {
        name: '家长',
        guests: [{ name: '朵朵', birthYear, kind: 'child' }],
        held: 0,
        startsAt: STARTS,
      })?.facts['name'];
    expect(come(2018)).toBeUndefined();
    expect(come(2024)).toBe('家长');
  });

  it('counts a household over the whole activity', () => {
    const limits = audience({ householdLimit: 3 });
    expect(code(limits, who(), { held: 1, guests: [null] })).toBeUndefined();
    expect(code(limits, who(), { held: 2, guests: [null] })).toBe('signup.household-limit');
  });

  it('lets nobody in who cannot be of that age in the year of the activity, and everybody who can', () => {
    const years = fc.integer({ min: 1930, max: 2026 });
    fc.assert(
      fc.property(years, fc.nat(80), fc.nat(30), (birthYear, least, span) => {
        const limits = { minAge: least, maxAge: least + span };
        const refusal = decideAge(limits, { name: '某', birthYear }, STARTS);
        // In 2026 somebody born in that year is of one of these two ages, before and after the birthday.
        const ages = [2026 - birthYear, 2026 - birthYear - 1];
        const fits = ages.some((age) => age >= limits.minAge && age <= limits.maxAge);
        expect(refusal === undefined).toBe(fits);
      }),
    );
  });
});
