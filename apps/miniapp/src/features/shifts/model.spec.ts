import { describe, expect, it } from '@jest/globals';
import type { ShiftCard } from '@xiaolin/shared-types/shifts/schema';
import type { LineView } from '@xiaolin/shared-types/signups/schema';
import type { Failure } from '@/shared/api/failure';
import { byDay, durationWords, hoursRuleWords, mainAction, seatWords } from './model';

const now = new Date('2026-11-23T02:22:00.000Z'); // Monday 10:22 in the district
const line = (change: Partial<LineView> = {}): LineView => ({
  capacity: 5,
  taken: 2,
  waiting: 0,
  waitlistLimit: 3,
  opensAt: '2026-11-20T00:00:00.000Z',
  closesAt: '2026-11-28T05:00:00.000Z',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  calledOff: false,
  mode: 'first-come',
  ...change,
});
const full = { taken: 5, waiting: 2 };
const clash: Failure = {
  code: 'signup.clash',
  facts: { title: '太极班' },
  errors: [],
  instance: 'r',
};

describe('the main button always says why', () => {
  it('leads whoever is offered a seat to where it is answered', () => {
    const offered = { status: 'offered', ahead: null } as const;
    expect(mainAction(line(full), offered, null, now)).toMatchObject({ kind: 'answer', giveUp: '不等了' });
  });

  it.each([
    [line(), 'take', '报名，还要3人'],
    [line(full), 'queue', '人已够 · 排候补（前面2人）'],
    [line({ ...full, waiting: 3 }), 'why', '人已够，候补也满了'],
    [line({ opensAt: '2026-11-24T01:00:00.000Z' }), 'why', '明天 周二 9:00开放报名'],
    [line({ closesAt: '2026-11-23T00:00:00.000Z' }), 'why', '报名已经截止'],
    [line({ calledOff: true }), 'why', '主办方取消了这个班次'],
    [
      line({ closesAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-23T01:00:00.000Z' }),
      'why',
      '这个班次已经结束',
    ],
  ])('without a place (%#): %s %s', (at, kind, words) => {
    expect(mainAction(at, null, null, now)).toMatchObject({ kind, words });
  });

  it('names what the shift clashes with, after the server said so', () => {
    expect(mainAction(line(), null, clash, now)).toEqual({ kind: 'why', words: '与《太极班》时间冲突' });
  });

  it('says before any press why somebody does not fit, and lets whoever has a place be', () => {
    const unfit = '要先参加“急救”';
    expect(mainAction(line(), null, null, now, unfit)).toEqual({ kind: 'why', words: unfit });
    expect(mainAction(line(full), null, null, now, unfit)).toEqual({ kind: 'why', words: unfit });
    const place = { status: 'confirmed', ahead: null } as const;
    expect(mainAction(line(), place, null, now, unfit).words).not.toBe(unfit);
  });

  it('with a place: when to come, and on the day the way to check in', () => {
    const place = { status: 'confirmed', ahead: null } as const;
    expect(mainAction(line(), place, null, now)).toEqual({
      kind: 'why',
      words: '已报名，11月28日 周六 14:00见',
      giveUp: '来不了',
    });
    expect(mainAction(line(), place, null, new Date('2026-11-28T01:00:00.000Z')).kind).toBe('scan');
    // Once it has begun nobody gives a place up any more.
    expect(mainAction(line(), place, null, new Date('2026-11-28T06:30:00.000Z')).giveUp).toBeUndefined();
  });

  it('in the waitlist: how many are in front', () => {
    expect(mainAction(line(full), { status: 'waitlisted', ahead: 1 }, null, now)).toMatchObject({
      words: '候补中，前面还有1人',
      giveUp: '不等了',
    });
  });

  it('offers nothing in what was called off, place or not', () => {
    const place = { status: 'confirmed', ahead: null } as const;
    expect(mainAction(line({ calledOff: true }), place, null, now)).toEqual({
      kind: 'why',
      words: '主办方取消了这个班次',
    });
  });
});

describe('the list', () => {
  const card = (id: string, startsAt: string) => ({ id, startsAt }) as ShiftCard;
  it('has a heading for each day of the district, not of the world', () => {
    const days = byDay([
      card('a', '2026-11-27T15:00:00.000Z'),
      card('b', '2026-11-27T16:00:00.000Z'),
      card('c', '2026-11-28T06:00:00.000Z'),
    ]);
    expect(days.map(({ day, shifts }) => [day, shifts.map(({ id }) => id)])).toEqual([
      ['2026-11-27', ['a']],
      ['2026-11-28', ['b', 'c']],
    ]);
  });
  it.each([
    [line(), '还要3人，共5人', true],
    [line({ capacity: 12 }), '还要10人，共12人', false],
    [line(full), '已满，候补2人', false],
  ])('says how many are wanted (%#)', (at, words, few) => {
    expect(seatWords(at, now)).toEqual({ words, few });
  });
});

describe('the rule of its hours', () => {
  const shift = {
    startsAt: '2026-11-28T05:00:00.000Z',
    endsAt: '2026-11-28T08:30:00.000Z',
    breakMinutes: 15,
    countsAsVolunteerService: true,
    notCountedReason: null,
  };
  it('says the most, rounded as published, and the rest that earns nothing', () => {
    expect(hoursRuleWords(shift)).toBe(
      '按签到到签退的实际时间，最多3小时15分钟（记3.2小时），中间休息15分钟不计',
    );
  });
  it('says why it earns none', () => {
    expect(
      hoursRuleWords({ ...shift, countsAsVolunteerService: false, notCountedReason: '有报酬的工作' }),
    ).toBe('不算志愿时长：有报酬的工作');
  });
  it.each([
    [45, '45分钟'],
    [120, '2小时'],
    [195, '3小时15分钟'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});
