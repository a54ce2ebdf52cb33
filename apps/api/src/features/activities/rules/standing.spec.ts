import { describe, expect, it } from '@jest/globals';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import { isEditable, isPublic, standingOf } from './standing.js';

const now = new Date('2026-11-23T02:00:00.000Z');

describe('standingOf', () => {
  it.each<[ActivityStatus, string | null, ActivityStatus]>([
    ['published', '2026-11-23T02:00:00.001Z', 'published'],
    ['published', '2026-11-23T02:00:00.000Z', 'ended'],
    ['published', null, 'published'],
    ['draft', '2026-11-01T00:00:00.000Z', 'draft'],
    ['cancelled', '2026-11-01T00:00:00.000Z', 'cancelled'],
  ])('%s with its last end at %s is %s', (stored, lastEndsAt, standing) => {
    expect(standingOf(stored, lastEndsAt, now)).toBe(standing);
  });
});

describe('isEditable', () => {
  it('lets drafts and running activities be written', () => {
    expect(ACTIVITY_STATUSES.filter(isEditable)).toEqual(['draft', 'returned', 'published']);
  });
});

describe('isPublic', () => {
  it('hides what was never published, a draft that was called off included', () => {
    expect(isPublic('draft', null)).toBe(false);
    expect(isPublic('cancelled', null)).toBe(false);
    expect(isPublic('cancelled', '2026-11-01T00:00:00.000Z')).toBe(true);
    expect(isPublic('published', '2026-11-01T00:00:00.000Z')).toBe(true);
  });
});
