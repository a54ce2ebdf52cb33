import { describe, expect, it } from '@jest/globals';
import type { MyShift, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { arrangeShifts, exactClock, nextWay, scannableToday, standingOf, tagOf } from './model';
import { viewOfOutcome, viewOfRefusal, viewOfWaiting } from './scan-view';

// A shift on Saturday 28 November 2026, 14:00–16:00 in the district.
const shift = (change: Partial<MyShift> = {}): MyShift => ({
  signupId: 'g',
  shiftId: 's',
  activityId: 'a',
  activityTitle: '走进社区，服务群众',
  roleName: '义诊引导',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  placeName: '雨花社区党群服务中心',
  meetingPoint: null,
  organizationName: '雨花街道',
  countsAsVolunteerService: true,
  insured: true,
  status: 'confirmed',
  ahead: null,
  calledOff: false,
  state: 'scheduled',
  checkedInAt: null,
  checkedOutAt: null,
  site: null,
  ...change,
});
const at = (clock: string, day = '2026-11-28') => new Date(`${day}T${clock}:00.000Z`);
const checkedIn = { state: 'checked-in', checkedInAt: '2026-11-28T05:54:00.000Z' } as const;

describe('where a volunteer stands, in words', () => {
  it.each([
    [{}, at('05:52'), 'due', '8分钟后开始'],
    [{}, at('01:00'), 'due', '5小时后开始'],
    [{}, at('06:10'), 'due', '已经开始，快签到'],
    [{}, at('15:30', '2026-11-26'), 'to-come', '2天后'],
    [{}, at('16:30', '2026-11-26'), 'to-come', '明天'],
    [checkedIn, at('07:00'), 'in', '已签到 13:54'],
    [checkedIn, at('08:00'), 'out-due', '已结束，还没签退'],
    [{ state: 'checked-out' }, at('08:10'), 'done', '已签退'],
    [{ state: 'computed' }, at('08:10'), 'done', '已签退'],
    [{ state: 'absent' }, at('09:00'), 'absent', '没有签到'],
    [{ state: 'missing-out' }, at('12:00'), 'missing-out', '漏了签退'],
    [{ status: 'waitlisted', ahead: 2 }, at('01:00'), 'waiting', '候补，前面2人'],
    [{ calledOff: true }, at('01:00'), 'called-off', '主办方取消了'],
    [{ status: 'cancelled' }, at('01:00'), 'given-up', '已取消'],
  ] as const)('%j at %s: %s, %s', (change, now, standing, words) => {
    expect(standingOf(shift(change), now)).toBe(standing);
    expect(tagOf(shift(change), now).words).toBe(words);
  });
});

describe('the board', () => {
  const today = shift({ shiftId: 'today' });
  const later = shift({
    shiftId: 'later',
    startsAt: '2026-12-05T00:30:00.000Z',
    endsAt: '2026-12-05T03:00:00.000Z',
  });
  const ids = (shifts: readonly MyShift[]) => shifts.map(({ shiftId }) => shiftId);

  it('has the next shift as its card and the rest after it', () => {
    const board = arrangeShifts([today, later], [], at('05:52'));
    expect([board.card?.shiftId, ids(board.later), ids(board.needs)]).toEqual(['today', ['later'], []]);
  });

  it('puts whoever forgot to check out before everything else', () => {
    const over = shift({ shiftId: 'over', ...checkedIn });
    expect(arrangeShifts([later], [over], at('08:30')).card?.shiftId).toBe('over');
  });

  it('never offers to check in to a shift that is waited for, called off or done', () => {
    const board = arrangeShifts(
      [
        shift({ shiftId: 'wait', status: 'waitlisted', ahead: 0 }),
        shift({ shiftId: 'off', calledOff: true }),
        shift({ shiftId: 'done', state: 'computed' }),
      ],
      [shift({ shiftId: 'missing', state: 'missing-out' })],
      at('05:52'),
    );
    expect([board.card, ids(board.needs), ids(board.later)]).toEqual([
      null,
      ['off', 'missing'],
      ['wait', 'done'],
    ]);
  });

  it('asks for a typed code only where there is something to check in to', () => {
    expect(ids(scannableToday([today, later], at('05:52')))).toEqual(['today']);
  });

  it.each([
    [shift(), 'in'],
    [shift(checkedIn), 'out'],
    [null, 'either'],
  ])('knows the way that is next', (mine, way) => {
    expect(nextWay(mine, at('07:00'))).toBe(way);
  });
});

describe('after a scan', () => {
  const outcome: ScanOutcome = {
    eventId: 'e',
    shiftId: 's',
    personName: '李思齐',
    activityTitle: '走进社区，服务群众',
    roleName: '义诊引导',
    direction: 'in',
    method: 'site-code',
    at: '2026-11-28T05:54:00.000Z',
    state: 'checked-in',
    repeated: false,
    late: false,
    minutes: null,
  };
  const values = (view: { facts: readonly { value: string }[] }) => view.facts.map(({ value }) => value);

  it('says from when an early arrival counts, and when to scan again', () => {
    const view = viewOfOutcome(outcome, shift(), false);
    expect([view.tone, view.title]).toEqual(['ok', '签到成功']);
    expect(values(view)).toEqual([
      '走进社区，服务群众',
      '义诊引导',
      '13:54，从14:00开始计',
      '16:00结束，记得再扫一次',
    ]);
  });

  it('says the minutes on the way out, in hours and minutes', () => {
    const out = { ...outcome, direction: 'out', minutes: 118, at: '2026-11-28T07:58:00.000Z' } as const;
    expect(values(viewOfOutcome(out, shift(), false)).at(-1)).toBe('1.9小时（118分钟），等社区确认');
  });

  it('does not celebrate a repeat', () => {
    expect(viewOfOutcome({ ...outcome, repeated: true }, null, false).title).toBe('已经签到了');
  });

  it('has written down the phone’s own time while offline', () => {
    const view = viewOfWaiting({ deviceTime: '2026-11-28T05:54:20.000Z', about: null }, 2, false);
    expect([view.tone, values(view)]).toEqual(['offline', ['13:54:20', '等待提交，共2条']]);
    expect(exactClock('2026-11-28T05:54:05.000Z')).toBe('13:54:05');
  });

  const refusal = (code: 'attendance.code-expired' | 'attendance.not-signed-up', minutesLater: number) =>
    viewOfRefusal(
      {
        problem: { code, facts: {} },
        deviceTime: '2026-11-28T05:54:20.000Z',
        settledAt: new Date(Date.parse('2026-11-28T05:54:20.000Z') + minutesLater * 60_000).toISOString(),
        shift: shift(),
        way: 'in',
      },
      at('06:30'),
    );

  it('sends back to the screen for a code that just expired', () => {
    const view = refusal('attendance.code-expired', 0);
    expect([view.title, view.again, view.lead]).toEqual([
      '没有签上',
      true,
      '这个码20秒换一次，刚才那个过期了',
    ]);
  });

  it('does not blame whoever had no network: staff can record it', () => {
    const view = refusal('attendance.code-expired', 25);
    expect([view.again, view.showCode]).toEqual([false, true]);
    expect(view.advice).toContain('你13:54扫过码');
    // Lateness explains only a code that is no longer known, not a missing place.
    expect(refusal('attendance.not-signed-up', 25).advice).toContain('先报上这个班次');
  });

  it('offers no second scan where it cannot help', () => {
    expect(refusal('attendance.not-signed-up', 0).again).toBe(false);
  });
});
