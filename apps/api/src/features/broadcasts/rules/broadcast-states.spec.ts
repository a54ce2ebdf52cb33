import { describe, expect, it } from '@jest/globals';
import { BROADCAST_STATES } from '@xiaolin/shared-types/broadcasts/schema';
import { STATUSES_OF, wayTo } from './audience.js';
import { afterCheck, broadcastMayBecome, waitsForPerson } from './broadcast-states.js';

describe('a notice', () => {
  it('is sent only after somebody passed it, once, and never again', () => {
    expect(BROADCAST_STATES.filter((state) => broadcastMayBecome(state, 'sending'))).toEqual([
      'checking',
      'for-person',
    ]);
    expect(BROADCAST_STATES.filter((state) => broadcastMayBecome('sent', state))).toEqual([]);
    expect(BROADCAST_STATES.filter((state) => broadcastMayBecome('refused', state))).toEqual([]);
  });

  it.each([
    ['pass', 'sending'],
    ['review', 'for-person'],
    ['uncheckable', 'for-person'],
    ['risky', 'refused'],
    ['away', 'checking'],
  ] as const)('after %s: %s', (verdict, state) => {
    expect(afterCheck(verdict)).toBe(state);
  });

  it('is left to a person when the check never comes', () => {
    const written = new Date('2026-11-23T02:00:00.000Z');
    const waits = (state: 'checking' | 'sent', minutes: number) =>
      waitsForPerson(state, written, new Date(written.getTime() + minutes * 60_000));
    expect([waits('checking', 59), waits('checking', 60), waits('sent', 60)]).toEqual([false, true, false]);
  });

  it('goes to an account where there is one, else somebody calls', () => {
    expect(wayTo({ wechat_open_id: 'o', demo_kind: null })).toBe('inbox');
    expect(wayTo({ wechat_open_id: null, demo_kind: 'resident' })).toBe('inbox');
    expect(wayTo({ wechat_open_id: null, demo_kind: null })).toBe('phone');
  });

  it('goes to nobody who left', () => {
    for (const status of ['cancelled', 'cancelled-by-organiser', 'rejected', 'lapsed'])
      expect(STATUSES_OF.everyone).not.toContain(status);
  });
});
