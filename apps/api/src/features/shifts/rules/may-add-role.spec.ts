import { describe, expect, it } from '@jest/globals';
import { ACTIVITY_STATUSES } from '@xiaolin/shared-types/activities/schema';
import { mayAddRole } from './may-add-role.js';

const now = new Date('2026-11-23T02:00:00.000Z');

describe('mayAddRole', () => {
  it('follows the status', () => {
    const allowed = ACTIVITY_STATUSES.filter((status) => mayAddRole({ status, lastEndsAt: null }, now));
    expect(allowed).toEqual(['draft', 'submitted', 'returned', 'approved', 'published']);
  });

  it.each([
    ['published', '2026-11-23T02:00:00.001Z', true],
    ['published', '2026-11-23T02:00:00.000Z', false],
    ['draft', '2026-11-20T02:00:00.000Z', true],
  ] as const)('%s, last run ending at %s: %s', (status, lastEndsAt, may) => {
    expect(mayAddRole({ status, lastEndsAt }, now)).toBe(may);
  });
});
