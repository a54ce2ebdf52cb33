import { describe, expect, it } from '@jest/globals';
import type { LineView, MySignup } from '@xiaolin/shared-types/signups/schema';
import { givingUp, hasTicket, headline, mayHaveFeedback, nextOf, stateWords } from './model';

const now = new Date('2026-11-23T02:22:00.000Z');

const signup = (given: Partial<MySignup> = {}): MySignup => ({
  id: 's',
  lineId: 'l',
  kind: 'occurrence',
  status: 'confirmed',
  seats: 1,
  ahead: null,
  offerUntil: null,
  decidedAt: '2026-11-20T02:00:00.000Z',
  title: '太极班',
  activityId: 'a',
  startsAt: '2026-11-24T01:00:00.000Z',
  endsAt: '2026-11-24T02:30:00.000Z',
  dates: null,
  courseSignupId: null,
  placeName: '文体广场',
  organizationName: '万溪冲社区',
  cover: 'health',
  guests: [],
  freeExit: false,
  rejection: null,
  calledOff: false,
  ...given,
});

describe('a place', () => {
  it.each<[Partial<MySignup>, string]>([
    [{}, '已报名'],
    [{ status: 'waitlisted', ahead: 0 }, '候补第1位'],
    [{ status: 'waitlisted', ahead: 4 }, '候补第5位'],
    [{ status: 'cancelled' }, '已取消'],
    [{ status: 'offered', offerUntil: '2026-11-23T10:00:00.000Z' }, '有名额，今天 周一 18:00前确认'],
    [{ status: 'lapsed' }, '名额过了时间'],
    [{ status: 'pending-review' }, '等主办方审核'],
    [{ status: 'cancelled-late' }, '临时取消'],
    [{ status: 'cancelled-by-organiser' }, '主办方取消'],
    [{ calledOff: true }, '主办方取消'],
    [{ endsAt: '2026-11-23T02:22:00.000Z' }, '已结束'],
    [{ status: 'cancelled', endsAt: '2026-11-20T02:22:00.000Z' }, '已取消'],
  ])('%j is %s', (given, words) => {
    expect(stateWords(signup(given), now).words).toBe(words);
  });
});

describe('giving a place up', () => {
  const line = {
    closesAt: '2026-11-23T10:00:00.000Z',
    waiting: 0,
    mode: 'first-come' as LineView['mode'],
  };
  it.each<[string, Partial<MySignup>, typeof line | null, string, string]>([
    ['nobody waits', {}, line, 'cancel', '名额会空出来给别人'],
    ['somebody waits', {}, { ...line, waiting: 2 }, 'cancel', '候补的第1位'],
    ['after sign-up closed', {}, { ...line, closesAt: '2026-11-23T02:22:00.000Z' }, 'cancel', '临时取消'],
    ['the line is unknown', {}, null, 'cancel', '让给别人'],
    [
      'from the waitlist, even late',
      { status: 'waitlisted' },
      { ...line, closesAt: '2026-11-22T02:22:00.000Z' },
      'leave',
      '位置不保留',
    ],
    ['an application', { status: 'pending-review' }, line, 'withdraw', '不会再看'],
    ['an entry in a lottery', { status: 'in-draw' }, line, 'leave-draw', '机会还是一样'],
    ['a place that was drawn', {}, { ...line, mode: 'lottery' }, 'cancel', '抽签的顺序'],
    ['it has begun', { startsAt: '2026-11-23T02:22:00.000Z' }, line, 'started', '不能取消'],
    ['it was given up already', { status: 'cancelled' }, line, 'none', ''],
  ])('%s', (_, given, of, kind, part) => {
    const result = givingUp(signup(given), of, now);
    expect(result.kind).toBe(kind);
    expect(result.consequence).toContain(part);
  });
});

describe('a ticket', () => {
  it.each<[string, Partial<MySignup>, boolean]>([
    ['a certain place', {}, true],
    ['whoever is in already', { status: 'attended' }, true],
    ['whoever waits', { status: 'waitlisted' }, false],
    ['a shift', { kind: 'shift' }, false],
    ['a run that was called off', { calledOff: true }, false],
    ['a run that is over', { endsAt: now.toISOString() }, false],
  ])('%s: %s', (_, given, has) => {
    expect(hasTicket(signup(given), now)).toBe(has);
  });
});

describe('saying how it was', () => {
  const over = { status: 'attended', endsAt: now.toISOString() } as const;
  it.each<[string, Partial<MySignup>, boolean]>([
    ['came, and it is over', over, true],
    ['came, and it goes on', { status: 'attended' }, false],
    ['did not come', { ...over, status: 'no-show' }, false],
    ['a shift', { ...over, kind: 'shift' }, false],
  ])('%s: %s', (_, given, may) => {
    expect(mayHaveFeedback(signup(given), now)).toBe(may);
  });
});

describe('the next thing', () => {
  it('stays the one whose door I have just passed', () => {
    const here = signup({ id: 'here', status: 'attended' });
    expect(nextOf([here, signup({ id: 'later' })])?.id).toBe('here');
    expect(stateWords(here, now).words).toBe('已入场');
    expect(stateWords(signup({ status: 'no-show' }), now).words).toBe('没有到场');
  });

  it('is the first confirmed place that was not called off', () => {
    const list = [
      signup({ id: 'w', status: 'waitlisted', ahead: 1 }),
      signup({ id: 'off', calledOff: true }),
      signup({ id: 'yes' }),
    ];
    expect(nextOf(list)?.id).toBe('yes');
    expect(nextOf(list.slice(0, 2))).toBeNull();
  });

  it.each<[Partial<MySignup>, string]>([
    [{}, '明天上午有太极班'],
    [{ title: '二十四式太极拳 第6课' }, '明天上午有一场活动'],
    [{ kind: 'shift', startsAt: '2026-11-28T06:00:00.000Z' }, '周六下午去当志愿者'],
    [{ startsAt: '2026-12-12T11:00:00.000Z' }, '12月12日晚上有太极班'],
  ])('%j reads %s', (given, words) => {
    expect(headline(signup(given), now)).toBe(words);
  });

  it('asks where to go when there is none', () => {
    expect(headline(null, now)).toBe('接下来想去哪儿？');
  });
});
