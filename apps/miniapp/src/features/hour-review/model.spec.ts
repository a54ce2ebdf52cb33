import { describe, expect, it } from '@jest/globals';
import { confirmable, mostUrgent, sortOut, tickedAtFirst } from './model';

const record = (id: string, given: Partial<Parameters<typeof sortOut>[0][number]> = {}) => ({
  id,
  flags: [],
  mayDecide: true,
  workingDaysLeft: 5,
  ...given,
});
const own = record('own', { mayDecide: false });
const flagged = record('flagged', { flags: ['roster-tick'], workingDaysLeft: 3 });
const plain = record('plain');
const all = [flagged, own, plain];

describe('reviewing hours', () => {
  it('puts what is flagged first', () => {
    expect(sortOut(all)).toEqual({ flagged: [flagged], plain: [own, plain] });
  });

  it('ticks neither what is flagged nor what is one’s own', () => {
    expect(tickedAtFirst(all)).toEqual(['plain']);
  });

  it('confirms in one tap what is ticked and may be, and nothing flagged or gone', () => {
    expect(confirmable(all, new Set(['flagged', 'own', 'plain', 'gone']))).toEqual(['plain']);
  });

  it('names the fewest days left', () => {
    expect([mostUrgent(all), mostUrgent([]), mostUrgent([record('x', { workingDaysLeft: null })])]).toEqual([
      3,
      null,
      null,
    ]);
  });
});
