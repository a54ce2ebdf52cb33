import { expect, it } from '@jest/globals';
import { SystemRandom } from './random.js';

it('makes identifiers that differ, sort in the order of their making, and are UUIDs of version 7', () => {
  const random = new SystemRandom();
  const ids = Array.from({ length: 20_000 }, () => random.id());
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
});
