import { describe, expect, it } from '@jest/globals';
import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { phoneFor, streetsOf } from './model';

const organization = (
  id: string,
  kind: OrganizationView['kind'],
  parentId: string | null,
  phone: string | null = null,
): OrganizationView => ({ id, kind, parentId, phone, name: id, shortName: id, illustrative: true });

const district = organization('d', 'district', null, '100');
const street = organization('s1', 'street', 'd', '200');
const silent = organization('s2', 'street', 'd');
const withPhone = organization('c1', 'community', 's1', '300');
const without = organization('c2', 'community', 's1');
const below = organization('c3', 'community', 's2');
const university = organization('u', 'university', null);
const all = [district, street, silent, withPhone, without, below, university];

describe('choosing a community', () => {
  it('lists streets with their own communities and nothing else', () => {
    expect(streetsOf(all).map((group) => [group.street.id, group.communities.map(({ id }) => id)])).toEqual([
      ['s1', ['c1', 'c2']],
      ['s2', ['c3']],
    ]);
  });

  it.each([
    [withPhone, '300'],
    [without, '200'],
    [below, '100'],
    [university, null],
  ] as const)('dials the nearest number above', (from, phone) => {
    expect(phoneFor(from, all)).toBe(phone);
  });
});
