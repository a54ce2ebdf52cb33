import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Seated, touchedBy } from './decide-reduction.js';

const parties = fc
  .array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 })
  .map((sizes): Seated[] => sizes.map((seats, at) => ({ signupId: `s${at}`, position: at + 1, seats })));
const sum = (list: readonly Seated[]) => list.reduce((total, { seats }) => total + seats, 0);

it('touches those who came last, whole parties, and not one more than it must', () => {
  fc.assert(
    fc.property(parties, fc.nat(80), (seated, capacity) => {
      const touched = touchedBy(capacity, seated);
      const kept = seated.filter((each) => !touched.includes(each));
      expect(sum(kept)).toBeLessThanOrEqual(Math.max(capacity, 0));
      for (const each of kept) for (const gone of touched) expect(each.position).toBeLessThan(gone.position);
      const first = touched.at(-1);
      if (first !== undefined) expect(sum(kept) + first.seats).toBeGreaterThan(capacity);
    }),
  );
});

it('touches nobody while all fit', () => {
  expect(touchedBy(2, [{ signupId: 'a', position: 1, seats: 2 }])).toEqual([]);
});
