import { describe, expect, it } from '@jest/globals';
import type { HourRecordView } from '@xiaolin/shared-types/hours/schema';
import { computationLines, countsFor, recordFacts, stateOf, whenWords } from './model';
import { withCommas } from '@/shared/i18n/commas';

const record = (change: Partial<HourRecordView> = {}): HourRecordView => ({
  id: 'h',
  version: 1,
  status: 'pending',
  minutes: 195,
  flags: [],
  computation: {
    basis: 'scans',
    inAt: '2026-11-07T04:55:10.000Z',
    outAt: '2026-11-07T08:32:40.000Z',
    countedFrom: '2026-11-07T05:00:00.000Z',
    countedTo: '2026-11-07T08:30:00.000Z',
    breakMinutes: 15,
    overlapMinutes: 0,
    minutes: 195,
  },
  activityTitle: '民族舞展演',
  roleName: '后台秩序',
  placeName: '吴家营街道文化站',
  recordingUnit: '吴家营街道',
  responsibleName: '普春燕',
  shiftStartsAt: '2026-11-07T05:00:00.000Z',
  shiftEndsAt: '2026-11-07T08:30:00.000Z',
  dueOn: '2026-11-20',
  dueOnProvisional: false,
  workingDaysLeft: 4,
  decidedAt: null,
  decidedBy: null,
  rejectionReason: null,
  ...change,
});

describe('the state of a record, in words', () => {
  it.each([
    [{ workingDaysLeft: 4 }, '待确认，还剩4个工作日', 'earth'],
    [{ workingDaysLeft: 0 }, '待确认，今天是最后一天', 'earth'],
    [{ workingDaysLeft: -2 }, '待确认，已超期2个工作日', 'warm'],
    [{ status: 'confirmed', workingDaysLeft: null }, '已确认，195分钟', 'ok'],
    [{ status: 'certified', minutes: 1200 }, '已出证明，1,200分钟', 'ok'],
    [{ status: 'rejected' }, '未通过', 'warm'],
    [{ status: 'amended' }, '已更正', 'accent'],
    [{ status: 'voided' }, '已作废', 'plain'],
  ] as const)('%j: %s', (change, words, tone) => {
    expect(stateOf(record(change))).toMatchObject({ words, tone });
  });

  it('does not count what was refused', () => {
    expect([countsFor(record()), countsFor(record({ status: 'rejected' }))]).toEqual([true, false]);
  });
});

describe('how it was computed', () => {
  it('can be added up by hand', () => {
    expect(computationLines(record()).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '班次时间 13:00–16:30',
      '签到 12:55:10',
      '签退 16:32:40',
      '计算区间 13:00–16:30，210分钟',
      '重叠 没有',
      '休息 减15分钟',
      '计入 195分钟，记3.2小时',
    ]);
  });

  it('holds what article 8 asks for', () => {
    const facts = recordFacts(record({ flags: ['roster-tick'] }));
    expect(facts.map(({ value }) => value)).toEqual([
      '民族舞展演，后台秩序',
      '吴家营街道文化站',
      '吴家营街道',
      '普春燕',
      '11月20日 周五',
      '是工作人员按名单记的',
    ]);
    const decided = {
      status: 'confirmed',
      decidedBy: '和丽琼',
      decidedAt: '2026-11-10T02:00:00.000Z',
    } as const;
    expect(recordFacts(record(decided)).at(-1)).toEqual({ name: '确认人', value: '和丽琼，11月10日 周二' });
  });

  it('says when, and what was taken off', () => {
    expect(whenWords(record())).toBe('11月7日 13:00–16:30，扣休息15分钟');
    const whole = { ...record().computation, breakMinutes: 0 };
    expect(whenWords(record({ computation: whole }))).toBe('11月7日 13:00–16:30，吴家营街道');
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [1593, '1,593'],
  [1234567, '1,234,567'],
])('%i reads %s', (count, words) => {
  expect(withCommas(count)).toBe(words);
});

describe('a version that somebody wrote', () => {
  const window = { countedFrom: '2026-11-07T05:00:00.000Z', countedTo: '2026-11-07T08:30:00.000Z' };

  it('says from how many minutes it was amended, and why', () => {
    const computation = {
      basis: 'amended',
      ...window,
      fromMinutes: 50,
      minutes: 195,
      reason: '漏签退',
      source: 'correction',
    } as const;
    expect(computationLines(record({ computation })).map(({ value }) => value)).toEqual([
      '13:00–16:30',
      '50分钟',
      '漏签退',
      '195分钟，记3.2小时',
    ]);
    expect(whenWords(record({ computation }))).toBe('11月7日 13:00–16:30，吴家营街道');
  });

  it('says on what an entry by hand rests', () => {
    const computation = {
      basis: 'manual',
      ...window,
      minutes: 195,
      reason: '断网',
      evidence: '纸质签到表',
    } as const;
    expect(computationLines(record({ computation })).map(({ value }) => value)).toEqual([
      '13:00–16:30',
      '13:00–16:30',
      '断网',
      '纸质签到表',
      '195分钟，记3.2小时',
    ]);
  });
});
