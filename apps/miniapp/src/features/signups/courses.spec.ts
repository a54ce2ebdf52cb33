import { describe, expect, it } from '@jest/globals';
import type { MyCourseDate, MySignup } from '@xiaolin/shared-types/signups/schema';
import { courseWords, dateState, entriesOf, takenWords, ticketOf } from './courses';
import { datesToCome, givingUp } from './model';

const now = new Date('2026-11-23T02:22:00.000Z');
const date = (day: string, given: Partial<MyCourseDate> = {}): MyCourseDate => ({
  occurrenceId: day,
  startsAt: `2026-${day}T06:00:00.000Z`,
  endsAt: `2026-${day}T08:00:00.000Z`,
  calledOff: false,
  place: { signupId: `place-${day}`, status: 'confirmed' },
  ...given,
});
const came = date('11-17', { place: { signupId: 'came', status: 'attended' } });
const off = date('11-24', { calledOff: true, place: { signupId: 'off', status: 'cancelled-by-organiser' } });
const dates = [came, off, date('12-01'), date('12-08')];
const course = (given: Partial<MySignup> = {}): MySignup => ({
  id: 's',
  lineId: 'a',
  kind: 'course',
  status: 'confirmed',
  seats: 1,
  ahead: null,
  offerUntil: null,
  decidedAt: '2026-11-10T02:00:00.000Z',
  title: '八段锦',
  activityId: 'a',
  startsAt: '2026-12-01T06:00:00.000Z',
  endsAt: '2026-12-01T08:00:00.000Z',
  dates,
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

describe('a course of mine', () => {
  it('is one line: how many dates, and which comes next', () => {
    expect(courseWords(course(), now)).toBe('共3次，下次12月1日 14:00');
    expect(courseWords(course(), new Date('2026-12-30T00:00:00.000Z'))).toBe('共3次，都上完了');
    expect(courseWords({ dates: null }, now)).toBeNull();
  });

  it('shows the ticket of the next date that takes place', () => {
    expect(ticketOf(course(), now)).toBe('place-12-01');
    expect(ticketOf(course(), new Date('2026-12-01T09:00:00.000Z'))).toBe('place-12-08');
    expect(ticketOf(course({ dates: dates.map((each) => ({ ...each, place: null })) }), now)).toBeNull();
    expect(ticketOf(course({ kind: 'occurrence', dates: null }), now)).toBe('s');
  });

  it('says of each date what became of it', () => {
    expect(dates.map((each) => dateState(each, now)?.words)).toEqual([
      '到了',
      '这次取消了',
      '入场码',
      '入场码',
    ]);
    const missed = date('11-17', { place: { signupId: 'm', status: 'no-show' } });
    expect(dateState(missed, now)?.words).toBe('没有到场');
  });

  it('goes into the calendar with every date to come', () => {
    expect(entriesOf(course(), now).map(({ id, startsAt }) => [id, startsAt])).toEqual([
      ['s-12-01', '2026-12-01T06:00:00.000Z'],
      ['s-12-08', '2026-12-08T06:00:00.000Z'],
    ]);
    expect(entriesOf(course({ dates: null }), now)).toHaveLength(1);
    expect(takenWords(dates, now)).toBe('共2次，第一次12月1日 周二 14:00');
  });

  it('is left with what is still to come, also after it has begun', () => {
    expect(datesToCome(dates, now)).toBe(2);
    const leaving = givingUp(course({ startsAt: came.startsAt }), null, now);
    expect(leaving.kind).toBe('leave-course');
    expect(leaving.consequence).toContain('后面2次课一起退掉');
    expect(givingUp(course(), null, new Date('2026-12-08T06:00:00.000Z')).kind).toBe('started');
    expect(givingUp(course({ status: 'waitlisted' }), null, now).kind).toBe('leave');
    expect(givingUp(course({ status: 'cancelled' }), null, now).kind).toBe('none');
  });
});
