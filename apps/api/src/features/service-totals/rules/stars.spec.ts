import { expect, it } from '@jest/globals';
import { starsOf, USUAL_STEPS } from './stars.js';

it.each([
  [0, 0, 6_000],
  [5_999, 0, 6_000],
  [6_000, 1, 18_000],
  [17_999, 1, 18_000],
  [18_000, 2, 36_000],
  [89_999, 4, 90_000],
  [90_000, 5, null],
  [900_000, 5, null],
])('%i confirmed minutes are %i stars, the next at %p', (minutes, stars, next) => {
  expect(starsOf(minutes, USUAL_STEPS)).toEqual({ stars, steps: USUAL_STEPS, nextAtMinutes: next });
});

it('takes the steps of the district', () => {
  expect(starsOf(120, [1, 2, 3])).toEqual({ stars: 2, steps: [1, 2, 3], nextAtMinutes: 180 });
});
