import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { satisfactionOf } from './satisfaction.js';

describe('satisfactionOf', () => {
  it('counts who answered among who came, and who gave 4 or more among who answered', () => {
    expect(satisfactionOf(10, [1, 0, 1, 2, 3])).toEqual({
      attended: 10,
      answered: 7,
      satisfied: 5,
      average: 3.9,
      scores: [1, 0, 1, 2, 3],
    });
  });

  it('has no average while nobody answered', () => {
    expect(satisfactionOf(4, [0, 0, 0, 0, 0])).toMatchObject({ answered: 0, satisfied: 0, average: null });
  });

  it('keeps the average between the lowest and the highest score given', () => {
    const counts = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (scores) => {
        const { average, answered, satisfied } = satisfactionOf(500, scores);
        expect(satisfied).toBeLessThanOrEqual(answered);
        if (average === null) return;
        expect(average).toBeGreaterThanOrEqual(scores.findIndex((times) => times > 0) + 1);
        expect(average).toBeLessThanOrEqual(scores.findLastIndex((times) => times > 0) + 1);
      }),
    );
  });
});
