import { describe, expect, it } from '@jest/globals';
import { isPeriod, periodOf, periodText, stateTag, timeText } from './model';

const NOW = new Date('2026-11-25T02:00:00.000Z');
const unit = {
  unitId: 'here',
  unitName: '万溪冲社区',
  minutes: 100,
  records: 2,
  firstDay: '2025-03-01',
  lastDay: '2026-03-02',
};

describe('certificates', () => {
  it.each([
    ['all', { from: '2025-03-01', to: '2026-11-25' }],
    ['year', { from: '2026-01-01', to: '2026-11-25' }],
    ['school', { from: '2026-09-01', to: '2026-11-25' }],
    ['own', { from: '2026-02-01', to: '2026-02-02' }],
  ] as const)('the period %s', (key, period) => {
    expect(periodOf(key, unit, { from: '2026-02-01', to: '2026-02-02' }, NOW)).toEqual(period);
  });

  it('begins the school year in September before, and never longer ago than one paper may hold', () => {
    const own = { from: '', to: '' };
    expect(periodOf('school', unit, own, new Date('2026-03-01T02:00:00.000Z')).from).toBe('2025-09-01');
    expect(periodOf('all', { ...unit, firstDay: '2020-03-01' }, own, NOW).from).toBe('2021-11-26');
  });

  it('knows a period that can be asked for', () => {
    expect(isPeriod({ from: '2026-01-01', to: '2026-11-25' }, NOW)).toBe(true);
    expect(isPeriod({ from: '2026-01-02', to: '2026-01-01' }, NOW)).toBe(false);
    expect(isPeriod({ from: '2026-01-02', to: '2026-11-26' }, NOW)).toBe(false);
    expect(isPeriod({ from: '', to: '2026-01-01' }, NOW)).toBe(false);
  });

  it('says states in words', () => {
    const word = (
      state: 'issued' | 'superseded' | 'revoked',
      supersededBecause: 'amended' | 'reissued' | null,
    ) => stateTag({ state, supersededBecause }).words;
    expect([
      word('issued', null),
      word('superseded', 'amended'),
      word('superseded', 'reissued'),
      word('revoked', null),
    ]).toEqual(['有效', '记录有更正', '已换新', '已撤销']);
  });

  it('art. 7: rounds down, minutes beside', () => {
    expect(timeText(1_199)).toBe('19.9小时（1,199分钟）');
    expect(periodText({ from: '2026-01-01', to: '2026-11-05' })).toBe('2026年1月1日至2026年11月5日');
  });
});
