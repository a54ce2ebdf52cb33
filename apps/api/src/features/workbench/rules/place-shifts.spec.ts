import { describe, expect, it } from '@jest/globals';
import { placeShifts, type Span } from './place-shifts.js';

const span = (id: string, from: number, to: number, activityId = 'a'): Span => ({
  id,
  activityId,
  startsAt: `2026-11-23T${String(from).padStart(2, '0')}:00:00.000Z`,
  endsAt: `2026-11-23T${String(to).padStart(2, '0')}:00:00.000Z`,
});

const idsOf = (occurrences: readonly Span[], shifts: readonly Span[]) =>
  Object.fromEntries(
    [...placeShifts(occurrences, shifts)].map(([id, placed]) => [id, placed.map((shift) => shift.id)]),
  );

describe('placeShifts', () => {
  const [morning, evening] = [span('morning', 2, 4), span('evening', 10, 12)];

  it.each([
    ['within a run', span('s', 10, 11), 'evening'],
    ['longer than a run', span('s', 1, 5), 'morning'],
    ['over both, with more of one', span('s', 3, 12), 'evening'],
    ['before the first', span('s', 0, 1), 'morning'],
    ['between, nearer to the second', span('s', 8, 9), 'evening'],
  ])('puts a shift %s once where it belongs', (_, shift, id) => {
    expect(idsOf([morning, evening], [shift])).toEqual({ morning: [], evening: [], [id]: ['s'] });
  });

  it('never mixes activities', () => {
    expect(idsOf([morning, span('other', 2, 4, 'b')], [span('s', 2, 4, 'b'), span('t', 2, 4, 'c')])).toEqual({
      morning: [],
      other: ['s'],
    });
  });
});
