import { describe, expect, it } from '@jest/globals';
import { CORRECTION_STATUSES, VERDICTS } from '@xiaolin/shared-types/corrections/schema';
import fc from 'fast-check';
import { DECISIONS, levelOf, mayBecome, takesTheRoom, TRANSITIONS } from './transitions.js';

describe('the states of a correction', () => {
  it('go open → accepted | rejected → escalated → final, or open → withdrawn, and no other way', () => {
    const ways = CORRECTION_STATUSES.flatMap((from) =>
      CORRECTION_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(ways).toEqual([
      'open → accepted',
      'open → rejected',
      'open → withdrawn',
      'rejected → escalated',
      'escalated → final',
    ]);
  });

  it('end after at most three steps, whatever is decided', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERDICTS), { maxLength: 6 }), (verdicts) => {
        let status: keyof typeof TRANSITIONS = 'open';
        let steps = 0;
        for (const verdict of verdicts) {
          if (mayBecome(status, 'escalated')) {
            status = 'escalated';
            steps += 1;
          }
          const level = levelOf(status);
          if (level === null) break;
          const { to } = DECISIONS[level][verdict];
          expect(mayBecome(status, to)).toBe(true);
          status = to;
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('leave room for another only once taken back', () => {
    expect(CORRECTION_STATUSES.filter((status) => !takesTheRoom(status))).toEqual(['withdrawn']);
  });

  it('say whose turn it is exactly while something can be decided', () => {
    for (const status of CORRECTION_STATUSES) {
      const level = levelOf(status);
      const decidable = TRANSITIONS[status].length > 0 && status !== 'rejected';
      expect([status, level !== null]).toEqual([status, decidable]);
    }
  });
});
