import { describe, expect, it } from '@jest/globals';
import type { OccurrenceCard } from '@xiaolin/shared-types/activities/schema';
import type { LineView } from '@xiaolin/shared-types/signups/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import {
  dayHeading,
  firstRun,
  groupByDay,
  mainAction,
  nextDate,
  seatFacts,
  seatsNote,
  stripDays,
  takeable,
} from './model';

const now = new Date('2026-11-23T02:22:00.000Z'); // Monday 10:22 in the district

const line = (given: Partial<LineView> = {}): LineView => ({
  capacity: 60,
  taken: 48,
  waiting: 0,
  waitlistLimit: 20,
  opensAt: '2026-11-01T01:00:00.000Z',
  closesAt: '2026-11-28T04:00:00.000Z',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  calledOff: false,
  mode: 'first-come',
  ...given,
});

const full = { taken: 60, waiting: 5 };
const card = (id: string, startsAt: string) => ({ id, startsAt }) as OccurrenceCard;

describe('the main button always says why', () => {
  const facts = { mine: null, clash: null, plain: false };
  const at = (instant: string) => new Date(instant);

  it.each<[string, Partial<LineView>, Date, string, string]>([
    ['open', {}, now, 'sign-up', '报名，还有12个名额'],
    [
      'not open',
      {
        opensAt: '2026-12-01T01:00:00.000Z',
        closesAt: '2026-12-12T04:00:00.000Z',
        startsAt: '2026-12-12T06:00:00.000Z',
        endsAt: '2026-12-12T08:00:00.000Z',
      },
      now,
      'why',
      '12月1日 周二 9:00 开放报名',
    ],
    ['full', full, now, 'wait', '已满 · 排候补（前面5人）'],
    ['full with an empty line', { taken: 60 }, now, 'wait', '已满 · 排候补（你排第1位）'],
    ['a free seat that others wait for', { waiting: 2 }, now, 'wait', '已满 · 排候补（前面2人）'],
    ['full line', { taken: 60, waiting: 20 }, now, 'why', '已满，候补也满了'],
    ['closed', {}, at('2026-11-28T05:00:00.000Z'), 'why', '报名已截止'],
    ['running', {}, at('2026-11-28T07:00:00.000Z'), 'why', '正在进行，不能再报名'],
    ['over', {}, at('2026-11-28T09:00:00.000Z'), 'why', '这一场已经结束'],
    ['called off', { calledOff: true }, now, 'why', '主办方取消了这一场'],
  ])('%s', (_, given, moment, kind, words) => {
    expect(mainAction({ ...facts, line: line(given) }, moment)).toMatchObject({ kind, words });
  });

  it('says where the person stands, even when it is full or closed', () => {
    const confirmed = { status: 'confirmed', ahead: null } as const;
    const waiting = { status: 'waitlisted', ahead: 3 } as const;
    expect(mainAction({ ...facts, line: line(full), mine: confirmed }, now)).toMatchObject({
      kind: 'mine',
      words: '已报名，看我的报名',
    });
    expect(
      mainAction({ ...facts, line: line(full), mine: waiting }, at('2026-11-28T05:00:00.000Z')).words,
    ).toBe('候补第4位，看报名');
  });

  it('offers a new place to whoever gave theirs up', () => {
    expect(mainAction({ ...facts, line: line(), mine: { status: 'cancelled', ahead: null } }, now).kind).toBe(
      'sign-up',
    );
  });

  it('says that the organiser decides, where that is how places are given', () => {
    const approval = line({ mode: 'approval', taken: 60 });
    expect(mainAction({ ...facts, line: approval }, now)).toMatchObject({
      kind: 'sign-up',
      words: '申请报名，由主办方决定',
      note: '申请不占名额，结果在“消息”里告诉你',
    });
  });

  it('says when a lottery is drawn and how many are in it, for whoever enters and whoever has', () => {
    const lottery = line({ mode: 'lottery', closesAt: '2026-12-01T12:00:00.000Z', taken: 0 });
    const note = '12月1日 周二 20:00抽签 · 已有37人登记';
    expect(mainAction({ ...facts, line: lottery, entered: 37 }, now)).toEqual({
      kind: 'sign-up',
      words: '登记，等抽签',
      note,
    });
    const mine = { status: 'in-draw' as const, ahead: null };
    expect(mainAction({ ...facts, line: lottery, mine, entered: 37 }, now)).toEqual({
      kind: 'mine',
      words: '登记好了，等抽签',
      note,
    });
    expect(mainAction({ ...facts, line: lottery }, now).note).toBe('12月1日 周二 20:00抽签');
  });

  it('names the clash only while one could sign up', () => {
    expect(mainAction({ ...facts, line: line(), clash: '太极班' }, now).words).toBe('与《太极班》时间冲突');
    expect(mainAction({ ...facts, line: line({ calledOff: true }), clash: '太极班' }, now).words).toBe(
      '主办方取消了这一场',
    );
  });

  it('is shorter in elder mode, and says when sign-up ends only when that is near', () => {
    expect(mainAction({ ...facts, plain: true, line: line() }, now)).toMatchObject({
      words: '我要报名',
      note: null,
    });
    expect(mainAction({ ...facts, line: line({ closesAt: '2026-11-24T04:00:00.000Z' }) }, now).note).toBe(
      '明天 周二 12:00截止报名',
    );
  });
});

describe('a course', () => {
  const run = (id: string, startsAt: string, calledOff = false) => ({
    id,
    startsAt,
    endsAt: startsAt.replace('T06', 'T08'),
    line: line({ startsAt, endsAt: startsAt.replace('T06', 'T08'), calledOff }),
    terms: DEFAULT_TERMS,
  });
  const occurrences = [
    run('a', '2026-11-20T06:00:00.000Z'),
    run('b', '2026-11-27T06:00:00.000Z', true),
    run('c', '2026-12-04T06:00:00.000Z'),
  ];
  const course = { id: 'course', line: line(), terms: DEFAULT_TERMS };

  it('is taken as one, standing at its next date that takes place', () => {
    const [taken, ...more] = takeable({ course, occurrences }, now);
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ id: 'course', startsAt: '2026-12-04T06:00:00.000Z', line: course.line });
    expect(takeable({ course: null, occurrences }, now)).toBe(occurrences);
    expect(nextDate(occurrences, new Date('2027-01-01T00:00:00.000Z'))?.id).toBe('c');
  });

  it('says on the button that all of it is taken', () => {
    const facts = { line: line({ capacity: 10, taken: 7 }), mine: null, clash: null, course: true };
    expect(mainAction({ ...facts, plain: false }, now).words).toBe('报整个课程，还有3个名额');
    expect(mainAction({ ...facts, plain: true }, now).words).toBe('我要报整个课程');
  });
});

describe('seats', () => {
  it.each<[string, Partial<LineView>, object]>([
    [
      'a lottery',
      { mode: 'lottery' },
      { title: '60个名额', note: '先登记后登记，机会一样', bar: '登记不占名额', percent: 0, level: 'some' },
    ],
    [
      'open',
      {},
      {
        title: '还有12个名额',
        note: '共60位，报满后可以排候补',
        bar: '已报48位',
        percent: 80,
        level: 'some',
      },
    ],
    ['nearly full', { taken: 58 }, { title: '还有2个名额', level: 'few' }],
    ['without a waitlist', { waitlistLimit: 0 }, { note: '共60位，报满为止' }],
    ['full', full, { title: '60个名额都报满了', note: '排候补的有5人', bar: '已满', percent: 100 }],
    ['full line', { taken: 60, waiting: 20 }, { note: '候补也排满了' }],
    [
      'not open',
      { opensAt: '2026-11-24T01:00:00.000Z', taken: 0 },
      { title: '60个名额', note: '明天 周二 9:00 开放，先到先得', percent: 0 },
    ],
    ['no seats at all', { capacity: 0, taken: 0, waitlistLimit: 5 }, { percent: 100 }],
  ])('%s', (_, given, expected) => {
    expect(seatFacts(line(given), now)).toMatchObject(expected);
  });

  it('need words instead of a bar where nobody can sign up now', () => {
    expect(seatsNote(line(), now)).toBeNull();
    expect(seatsNote(line(full), now)).toBeNull();
    expect(seatsNote(line({ taken: 60, waiting: 20 }), now)).toBe('已满，候补也满了');
    expect(seatsNote(line({ opensAt: '2026-11-24T01:00:00.000Z' }), now)).toBe('明天 周二 9:00开放报名');
    expect(seatsNote(line(), new Date('2026-11-28T05:00:00.000Z'))).toBe('报名已截止');
  });
});

describe('days', () => {
  it('are those of the district: 0:30 on Saturday there is still Friday in UTC', () => {
    const groups = groupByDay(
      [
        card('a', '2026-11-27T06:00:00.000Z'),
        card('b', '2026-11-27T16:30:00.000Z'),
        card('c', '2026-11-28T06:00:00.000Z'),
      ],
      now,
    );
    expect(groups.map(({ day, items }) => [day, items.map(({ id }) => id)])).toEqual([
      ['2026-11-27', ['a']],
      ['2026-11-28', ['b', 'c']],
    ]);
  });

  it('carry their near word', () => {
    expect(dayHeading('2026-11-23', now)).toBe('今天 11月23日 周一');
    expect(dayHeading('2026-11-28', now)).toBe('11月28日 周六');
  });

  it('of the strip begin today and know how many', () => {
    const days = stripDays(now, [{ day: '2026-11-24', occurrences: 3 }], 9);
    expect(days).toHaveLength(9);
    expect(days[0]).toEqual({ date: '2026-11-23', weekday: '今天', day: '23', count: 0 });
    expect(days[1]).toEqual({ date: '2026-11-24', weekday: '周二', day: '24', count: 3 });
    expect(days[8]).toMatchObject({ date: '2026-12-01', day: '1' });
  });
});

describe('the run shown first', () => {
  const over = { id: 'over', line: line({ endsAt: '2026-11-20T08:00:00.000Z' }) };
  const next = { id: 'next', line: line() };
  const later = { id: 'later', line: line() };
  it('is the asked one, else the next, else the last', () => {
    expect(firstRun([over, next, later], 'later', now)?.id).toBe('later');
    expect(firstRun([over, next, later], 'gone', now)?.id).toBe('next');
    expect(firstRun([over], undefined, now)?.id).toBe('over');
    expect(firstRun([], undefined, now)).toBeNull();
  });
});
