import { describe, expect, it } from '@jest/globals';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { type CountedRecord, sumUp } from './sum-up.js';

const at = (day: string) => `${day}T02:00:00.000Z`;
const record = (given: Partial<CountedRecord> = {}): CountedRecord => ({
  minutes: 60,
  share: 'confirmed',
  startsAt: at('2026-05-01'),
  unit: { id: 'here', name: '万溪冲社区' },
  category: { id: 'green', name: '环保志愿' },
  ...given,
});

describe('the sums of a volunteer', () => {
  it('never adds pending to confirmed', () => {
    expect(sumUp([record(), record({ share: 'pending', minutes: 30 })]).total).toEqual({
      confirmed: 60,
      pending: 30,
      records: 2,
    });
  });

  it("takes the district's year, latest first", () => {
    const sums = sumUp([
      record({ startsAt: '2025-12-31T15:59:59.000Z' }),
      record({ startsAt: '2025-12-31T16:00:00.000Z', minutes: 10 }),
    ]);
    expect(sums.byYear.map(({ id, confirmed }) => [id, confirmed])).toEqual([
      ['2026', 10],
      ['2025', 60],
    ]);
  });

  it('puts the most confirmed minutes first', () => {
    const there = { id: 'there', name: '联大社区' };
    const sums = sumUp([
      record({ minutes: 10 }),
      record({ minutes: 500, share: 'pending' }),
      record({ minutes: 11, unit: there }),
    ]);
    expect(sums.byUnit.map(({ name }) => name)).toEqual(['联大社区', '万溪冲社区']);
  });

  it('art. 7: hours are made of the sum, so that no minute is lost to rounding', () => {
    const five = Array.from({ length: 12 }, () => record({ minutes: 5 }));
    expect(hoursText(sumUp(five).total.confirmed)).toBe('1.0');
    expect(hoursText(sumUp(five.slice(1)).total.confirmed)).toBe('0.9');
  });

  it('art. 7: every way of slicing comes to the same minutes, whatever the records', () => {
    // A cheap generator: the same records on every run.
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let round = 0; round < 200; round += 1) {
      const records = Array.from({ length: next(30) }, () =>
        record({
          minutes: next(300),
          share: next(2) === 0 ? 'confirmed' : 'pending',
          startsAt: new Date(Date.UTC(2024 + next(3), next(12), 1 + next(28), next(24))).toISOString(),
          unit: { id: `u${next(4)}`, name: 'u' },
          category: { id: `c${next(4)}`, name: 'c' },
        }),
      );
      const { total, byYear, byUnit, byCategory } = sumUp(records);
      for (const slices of [byYear, byUnit, byCategory])
        for (const figure of ['confirmed', 'pending', 'records'] as const)
          expect(slices.reduce((sum, slice) => sum + slice[figure], 0)).toBe(total[figure]);
    }
  });
});
