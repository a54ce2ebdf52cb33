import { describe, expect, it } from '@jest/globals';
import type { Role } from '@xiaolin/shared-types/contract/access';
import { membershipReaching } from './reach.js';

const held = (path: string, role: Role = 'worker') => ({
  organizationId: path.split('/').at(-2) ?? '',
  path,
  role,
});

describe('membershipReaching', () => {
  it.each([
    ['the organization itself', '/d/s1/c1/', '/d/s1/c1/', true],
    ['a community below the street', '/d/s1/', '/d/s1/c1/', true],
    ['a community beside it', '/d/s1/c1/', '/d/s1/c2/', false],
    ['the street above', '/d/s1/c1/', '/d/s1/', false],
    ['a name that only begins alike', '/d/s1/', '/d/s10/c1/', false],
  ])('reaches %s', (_, membership, organization, reaches) => {
    expect(membershipReaching([held(membership)], organization, ['worker']) !== undefined).toBe(reaches);
  });

  it('needs one of the roles', () => {
    expect(
      membershipReaching([held('/d/', 'coordinator')], '/d/s1/', ['worker', 'administrator']),
    ).toBeUndefined();
  });

  it('names the nearest of several', () => {
    const found = membershipReaching([held('/d/', 'administrator'), held('/d/s1/')], '/d/s1/c1/', [
      'worker',
      'administrator',
    ]);
    expect(found?.organizationId).toBe('s1');
  });
});
