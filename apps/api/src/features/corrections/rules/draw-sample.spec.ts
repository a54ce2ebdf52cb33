import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSample, sampleSize, seedOf } from './draw-sample.js';

const sha = (text: string) => hash('sha256', text, 'hex');
const ids = Array.from({ length: 60 }, (_, at) => `entry-${at}`);

describe('the sample for audit', () => {
  it('is the same for whoever draws it again, in whatever order the entries come', () => {
    const first = drawSample(ids, seedOf('2026-11'), sha);
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
        expect(drawSample(shuffled, seedOf('2026-11'), sha)).toEqual(first);
      }),
    );
    expect(drawSample(ids, seedOf('2026-12'), sha)).not.toEqual(first);
  });

  it.each([
    [0, 0],
    [3, 3],
    [5, 5],
    [40, 5],
    [61, 7],
    [300, 30],
  ])('of %d entries takes %d', (population, size) => {
    expect(sampleSize(population)).toBe(size);
  });

  it('takes no entry more often than another: 60 entries, 600 months', () => {
    const drawn = new Map(ids.map((id) => [id, 0]));
    for (let month = 0; month < 600; month += 1)
      for (const id of drawSample(ids, `month ${month}`, sha)) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    for (const times of drawn.values()) expect(Math.abs(times - 60)).toBeLessThan(35);
  });
});
