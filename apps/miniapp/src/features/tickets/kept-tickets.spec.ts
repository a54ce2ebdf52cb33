import { describe, expect, it } from '@jest/globals';
import type { Ticket } from '@xiaolin/shared-types/admissions/schema';
import type { TextStorage } from '@/shared/platform/storage';
import { createKeptTickets, ticketsKey } from './kept-tickets';

const now = new Date('2026-11-23T02:22:00.000Z');
const ticket = (signupId: string, endsAt = '2026-11-28T08:00:00.000Z'): Ticket => ({
  signupId,
  occurrenceId: 'o',
  code: `code-${signupId}`,
  typed: '7Q4M2K9F',
  title: '民族舞展演',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt,
  placeName: null,
  organizationName: '',
  personName: '段丽华',
  guestNames: [],
  seats: 1,
  admittedSeats: 0,
  opensAt: '2026-11-28T05:00:00.000Z',
  serverTime: now.toISOString(),
});

function memory(): TextStorage & { readonly data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

describe('tickets on the phone', () => {
  it('are there after a restart, for their owner alone', () => {
    const storage = memory();
    createKeptTickets(storage).keep('me', ticket('s'), now);
    const kept = createKeptTickets(storage);
    expect(kept.read('me', 's', now)?.code).toBe('code-s');
    expect(kept.read('somebody else', 's', now)).toBeNull();
    expect(kept.read('me', 'another', now)).toBeNull();
  });

  it('are gone at their end, and when the place is given up', () => {
    const kept = createKeptTickets(memory());
    kept.keep('me', ticket('s'), now);
    expect(kept.read('me', 's', new Date('2026-11-28T08:00:00.000Z'))).toBeNull();
    kept.drop('s');
    expect(kept.read('me', 's', now)).toBeNull();
  });

  it('keep the newest of each place, and forget what is over and the oldest of too many', () => {
    const storage = memory();
    const kept = createKeptTickets(storage);
    kept.keep('me', ticket('old', '2026-11-23T02:00:00.000Z'), new Date('2026-11-22T00:00:00.000Z'));
    for (let at = 0; at < 25; at += 1) kept.keep('me', ticket(`s${at}`), now);
    kept.keep('me', { ...ticket('s24'), code: 'newer' }, now);
    expect(JSON.parse(storage.data.get(ticketsKey) ?? '')).toHaveLength(20);
    expect(kept.read('me', 's24', now)?.code).toBe('newer');
    expect(kept.read('me', 's0', now)).toBeNull();
    expect(storage.data.get(ticketsKey)).not.toContain('code-old');
  });

  it.each(['nonsense', '{}', '[null,{"personId":"me"},{"personId":"me","ticket":{"signupId":"s"}}]'])(
    'reads %s as none',
    (text) => {
      const storage = memory();
      storage.setItem(ticketsKey, text);
      expect(createKeptTickets(storage).read('me', 's', now)).toBeNull();
    },
  );
});
