import { describe, expect, it } from '@jest/globals';
import { ACTIVITY_STATUSES, type ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import { type ActivityAction, transition, TRANSITIONS } from './transitions.js';

const actions = Object.keys(TRANSITIONS) as ActivityAction[];

describe('transition', () => {
  it.each<[ActivityAction, ActivityStatus, ActivityStatus | null]>([
    ['submit', 'draft', 'submitted'],
    ['submit', 'returned', 'submitted'],
    ['return', 'submitted', 'returned'],
    ['approve', 'submitted', 'approved'],
    ['approve', 'draft', null],
    ['publish', 'draft', 'published'],
    ['publish', 'returned', 'published'],
    ['publish', 'approved', 'published'],
    ['publish', 'submitted', null],
    ['publish', 'published', null],
    ['publish', 'cancelled', null],
    ['end', 'published', 'ended'],
    ['settle', 'ended', 'settled'],
    ['archive', 'settled', 'archived'],
    ['archive', 'ended', null],
  ])('%s of %s gives %s', (action, before, after) => {
    expect(transition(action, before)).toBe(after);
  });

  it('calls off from every state before the end, and from no other', () => {
    const from = ACTIVITY_STATUSES.filter((status) => transition('cancel', status) !== null);
    expect(from).toEqual(['draft', 'submitted', 'returned', 'approved', 'published']);
  });

  it('never comes back from the end or from being called off', () => {
    const reachable = new Set<ActivityStatus>(['ended', 'cancelled']);
    for (const status of reachable)
      for (const action of actions) {
        const next = transition(action, status);
        if (next !== null) reachable.add(next);
      }
    expect([...reachable].sort()).toEqual(['archived', 'cancelled', 'ended', 'settled']);
  });
});
