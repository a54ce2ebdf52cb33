import { describe, expect, it } from '@jest/globals';
import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import { unitAbove } from './unit-above.js';

const line = (...kinds: OrganizationKind[]) => kinds.map((kind) => ({ id: `the ${kind}`, kind }));

describe('the unit above', () => {
  it.each([
    ['a community', line('street', 'district'), 'the street'],
    ['a company of a community', line('community', 'street', 'district'), 'the street'],
    ['a street', line('district'), 'the district'],
    ['a school', line('university', 'district'), 'the university'],
    ['a university', line('district'), 'the district'],
    ['the district', [], null],
  ])('of %s', (_, ancestors, above) => {
    expect(unitAbove(ancestors)).toBe(above);
  });
});
