import { describe, expect, it } from '@jest/globals';
import { countService } from './count-service.js';

describe('countService', () => {
  it('counts each person once, and keeps what waits apart', () => {
    const parts = [
      { personId: 'a', share: 'confirmed' as const, minutes: 90 },
      { personId: 'a', share: 'confirmed' as const, minutes: 60 },
      { personId: 'a', share: 'pending' as const, minutes: 30 },
      { personId: 'b', share: 'pending' as const, minutes: 45 },
      { personId: 'c', share: null, minutes: 500 },
      { personId: 'd', share: 'confirmed' as const, minutes: 0 },
    ];
    expect(countService(parts)).toEqual({
      volunteers: 1,
      pendingVolunteers: 1,
      minutes: 150,
      pendingMinutes: 75,
    });
  });
});
