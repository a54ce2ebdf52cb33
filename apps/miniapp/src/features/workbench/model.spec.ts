import { describe, expect, it } from '@jest/globals';
import type { TodayItem, WorkbenchView } from '@xiaolin/shared-types/workbench/routes';
import { inOrder, thingsToday, urgencyOf, volunteersOf } from './model';

const now = new Date('2026-11-23T06:00:00.000Z');
const item = (id: string, startsAt: string, endsAt: string, calledOff = false): TodayItem => ({
  activityId: id,
  occurrenceId: id,
  title: id,
  startsAt,
  endsAt,
  placeName: null,
  organizationName: '',
  line: {
    capacity: 60,
    taken: 60,
    waiting: 3,
    waitlistLimit: 10,
    opensAt: startsAt,
    closesAt: startsAt,
    startsAt,
    endsAt,
    calledOff,
    mode: 'first-come',
  },
  shifts: [],
});
const morning = item('morning', '2026-11-23T01:00:00.000Z', '2026-11-23T03:00:00.000Z');
const running = item('running', '2026-11-23T05:00:00.000Z', '2026-11-23T07:00:00.000Z');
const evening = item('evening', '2026-11-23T11:00:00.000Z', '2026-11-23T12:00:00.000Z');
const view = (today: TodayItem[], records = 0): WorkbenchView => ({
  today,
  pendingHours: { records, flagged: 0, workingDaysLeft: records > 0 ? 4 : null, overdue: 0 },
  corrections: { count: 0, workingDaysLeft: null },
  entries: { count: 0, workingDaysLeft: null },
  waysOut: 0,
  qualifications: 0,
  drafts: [{ id: 'd', title: 'd', updatedAt: '2026-11-20T00:00:00.000Z' }],
});

describe('what today asks for', () => {
  it('counts what is still to come or running, and the hours as one thing', () => {
    expect(thingsToday(view([morning, running, evening], 14), now)).toBe(3);
    expect(thingsToday(view([item('off', evening.startsAt, evening.endsAt, true)]), now)).toBe(0);
  });

  it('counts stays without an end, and qualifications that wait, as one thing each', () => {
    expect(thingsToday({ ...view([]), waysOut: 3, qualifications: 2 }, now)).toBe(2);
  });

  it('puts what is over last', () => {
    expect(inOrder([morning, evening, running], now).map(({ title }) => title)).toEqual([
      'running',
      'evening',
      'morning',
    ]);
  });

  it.each([
    [-1, 'late'],
    [0, 'today'],
    [4, 'soon'],
    [5, 'calm'],
  ])('%d working days left is %s', (days, urgency) => {
    expect(urgencyOf(days)).toBe(urgency);
  });

  it('adds the volunteers of all shifts', () => {
    const shift = { id: 's', roleName: '', startsAt: '', endsAt: '', taken: 2, needed: 3 };
    expect(volunteersOf({ shifts: [shift, shift] })).toEqual({ taken: 4, needed: 6 });
  });
});
