import { expect, it } from '@jest/globals';
import { neutralName } from './neutral-name.js';

it.each([
  [[0, 1, 2, 3], '邻居2345'],
  [[255, 31, 32, 64], '邻居ZZ22'],
])('names %j %s', (bytes, name) => {
  expect(neutralName(bytes)).toBe(name);
});
