import { describe, expect, it } from '@jest/globals';
import type { CorrectionStep } from '@xiaolin/shared-types/corrections/schema';
import {
  acceptWords,
  dueWords,
  minutesWords,
  momentOfShift,
  monthBeside,
  monthWords,
  readMinutes,
  stateOf,
  timeOf,
  trailLines,
} from './model';

describe('how a correction reads', () => {
  it.each([
    ['open', null, '等回复', 'clock'],
    ['accepted', null, '已通过', 'check'],
    ['rejected', null, '没有通过', 'close'],
    ['escalated', null, '街道在看', 'clock'],
    ['final', 'accept', '街道已决定', 'check'],
    ['final', 'reject', '街道已决定', 'close'],
    ['withdrawn', null, '已撤回', 'close'],
  ] as const)('%s, %s', (status, outcome, words, icon) => {
    expect(stateOf({ status, outcome })).toMatchObject({ words, icon });
  });

  it('says what is recorded, what it should be, and who answers by when', () => {
    expect(minutesWords({ recordedMinutes: 60, claimedMinutes: 110 })).toBe('记的是60分钟，应该是110分钟');
    expect(minutesWords({ recordedMinutes: null, claimedMinutes: 90 })).toBe('没有记录，应该是90分钟');
    expect(minutesWords({ recordedMinutes: 60, claimedMinutes: null })).toBe('记的是60分钟');
    const card = { decidingUnit: '万溪冲社区', dueOn: '2026-12-07' };
    expect(dueWords({ ...card, status: 'open' })).toBe('万溪冲社区在12月7日 周一前回复');
    expect(dueWords({ ...card, status: 'rejected' })).toBe('不同意可以请街道来看，12月7日 周一前提');
    expect(dueWords({ ...card, status: 'final', dueOn: null })).toBeNull();
  });

  it('tells the trail: who, through what, when, what and why', () => {
    const steps: CorrectionStep[] = [
      {
        action: 'raised',
        at: '2026-11-20T12:10:00.000Z',
        by: '杨思远',
        unit: null,
        minutes: 150,
        reason: '排队',
      },
      {
        action: 'rejected',
        at: '2026-11-21T02:30:00.000Z',
        by: '普春燕',
        unit: '万溪冲社区',
        minutes: null,
        reason: '没看到人',
      },
    ];
    expect(trailLines(steps, new Date('2026-11-23T02:22:00.000Z'))).toEqual([
      { key: '0-raised', title: '提出，150分钟', who: '11月20日 周五 20:10，杨思远', reason: '排队' },
      {
        key: '1-rejected',
        title: '不通过',
        who: '11月21日 周六 10:30，普春燕，万溪冲社区',
        reason: '没看到人',
      },
    ]);
  });

  it('calls a yes by what it does', () => {
    expect(acceptWords({ needs: 'times', wrong: 'missing' })).toBe('通过，补记一条');
    expect(acceptWords({ needs: 'nothing', wrong: 'not-me' })).toBe('通过，去掉这一条');
    expect(acceptWords({ needs: 'minutes', wrong: 'minutes' })).toBe('通过，改分钟数');
    expect(acceptWords({ needs: 'nothing', wrong: 'other' })).toBe('通过');
  });
});

describe('times and minutes as people write them', () => {
  it('takes a time of day for the shift that it means, over midnight too', () => {
    expect(momentOfShift('2026-11-20T01:00:00.000Z', '09:30')).toBe('2026-11-20T01:30:00.000Z');
    expect(momentOfShift('2026-11-20T01:00:00.000Z', '8:50')).toBe('2026-11-20T00:50:00.000Z');
    expect(momentOfShift('2026-11-20T14:00:00.000Z', '00:30')).toBe('2026-11-20T16:30:00.000Z');
    expect(momentOfShift('2026-11-20T01:00:00.000Z', '')).toBeNull();
    expect(timeOf('2026-11-20T01:05:00.000Z')).toBe('09:05');
  });

  it.each([
    ['90', 90],
    [' 120 ', 120],
    ['0', null],
    ['121', null],
    ['1.5', null],
    ['', null],
    ['一百', null],
  ])('%s minutes', (text, minutes) => {
    expect(readMinutes(text, 1, 120)).toBe(minutes);
  });

  it('goes from month to month over the year', () => {
    expect([monthBeside('2026-01', -1), monthBeside('2026-12', 1)]).toEqual(['2025-12', '2027-01']);
    expect(monthWords('2026-01')).toBe('2026年1月');
  });
});
