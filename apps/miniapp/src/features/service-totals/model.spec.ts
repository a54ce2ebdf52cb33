import { describe, expect, it } from '@jest/globals';
import { missingHours, progressOf, sliceNote } from './model';

const steps = [100, 300];

describe('the totals in words', () => {
  it('never adds what waits to what is confirmed, and shows minutes beside hours (art. 7)', () => {
    expect(sliceNote({ confirmedMinutes: 1_593, pendingMinutes: 65, records: 14 })).toBe(
      '26.5小时（1,593分钟），待确认1.0小时，14条',
    );
    expect(sliceNote({ confirmedMinutes: 0, pendingMinutes: 60, records: 1 })).toBe(
      '暂无已确认，待确认1.0小时，1条',
    );
  });

  it.each([
    [0, '100.0', 0],
    [5_999, '0.1', 99],
    [5_994, '0.1', 99],
    [3_000, '50.0', 50],
  ])('says for %i minutes that %s hours are missing', (minutes, hours, progress) => {
    const stars = { stars: 0, steps, nextAtMinutes: 6_000 };
    expect([missingHours(stars, minutes), progressOf(stars, minutes)]).toEqual([hours, progress]);
  });

  it('counts from the star that is there, and stops at the last', () => {
    expect(progressOf({ stars: 1, steps, nextAtMinutes: 18_000 }, 12_000)).toBe(50);
    const top = { stars: 2, steps, nextAtMinutes: null };
    expect([missingHours(top, 20_000), progressOf(top, 20_000)]).toEqual([null, 100]);
  });
});
