import { describe, expect, it } from '@jest/globals';
import {
  dayWords,
  momentWords,
  plainClockWords,
  plainSpanWords,
  shortMomentWords,
  spanWords,
} from './moments';

const now = new Date('2026-11-23T02:22:00.000Z'); // Monday 10:22 in the district

describe('moments as people say them', () => {
  it.each([
    ['2026-11-23T06:00:00.000Z', '今天 周一'],
    ['2026-11-23T16:00:00.000Z', '明天 周二'],
    ['2026-11-25T01:00:00.000Z', '后天 周三'],
    ['2026-11-28T06:00:00.000Z', '11月28日 周六'],
    ['2027-01-01T06:00:00.000Z', '2027年1月1日 周五'],
  ])('%s is %s', (instant, words) => {
    expect(dayWords(instant, now)).toBe(words);
  });

  it('gives a moment and a span', () => {
    expect(momentWords('2026-12-01T01:00:00.000Z', now)).toBe('12月1日 周二 9:00');
    expect(spanWords('2026-11-24T01:00:00.000Z', '2026-11-24T02:30:00.000Z', now)).toBe(
      '明天 周二 9:00–10:30',
    );
  });

  it.each([
    ['2026-11-24T01:00:00.000Z', '上午9点'],
    ['2026-11-24T06:30:00.000Z', '下午2点半'],
    ['2026-11-24T11:15:00.000Z', '晚上7点15分'],
    ['2026-11-24T04:00:00.000Z', '中午12点'],
  ])('says %s as %s', (instant, words) => {
    expect(plainClockWords(instant)).toBe(words);
  });

  it.each([
    ['2026-11-23T06:00:00.000Z', '今天 14:00'],
    ['2026-11-28T06:00:00.000Z', '周六 14:00'],
    ['2026-11-29T15:00:00.000Z', '周日 23:00'],
    ['2026-11-30T06:00:00.000Z', '11月30日 14:00'],
    ['2026-11-22T06:00:00.000Z', '11月22日 14:00'],
  ])('says %s in short as %s', (instant, words) => {
    expect(shortMomentWords(instant, now)).toBe(words);
  });

  it('names the part of the day once where both ends share it', () => {
    expect(plainSpanWords('2026-11-24T06:00:00.000Z', '2026-11-24T08:00:00.000Z')).toBe('下午2点到4点');
    expect(plainSpanWords('2026-11-24T01:00:00.000Z', '2026-11-24T04:30:00.000Z')).toBe(
      '上午9点到中午12点半',
    );
  });
});
