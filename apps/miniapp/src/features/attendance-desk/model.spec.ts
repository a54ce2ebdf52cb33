import { describe, expect, it } from '@jest/globals';
import type { ScanOutcome, ShiftRosterEntry } from '@xiaolin/shared-types/attendance/schema';
import type { TodayItem } from '@xiaolin/shared-types/workbench/routes';
import type { Failure } from '@/shared/api/failure';
import {
  arrange,
  codeOf,
  findPeople,
  mayTick,
  reasonText,
  resultOfOutcome,
  resultOfRefusal,
  shiftsOf,
  tagOf,
  usualWay,
} from './model';

const at = (clock: string) => `2026-11-23T${clock}:00.000Z`;
const now = new Date(at('06:00'));

const entry = (part: Partial<ShiftRosterEntry>): ShiftRosterEntry => ({
  signupId: 's',
  personId: 'p',
  displayName: '李思齐',
  maskedPhone: '138****0001',
  status: 'confirmed',
  ahead: null,
  state: 'scheduled',
  checkedInAt: null,
  checkedOutAt: null,
  ...part,
});

const outcome: ScanOutcome = {
  eventId: 'e',
  shiftId: 's',
  personName: '李思齐',
  activityTitle: '义诊',
  roleName: '引导',
  direction: 'in',
  method: 'staff-scan',
  at: at('05:54'),
  state: 'checked-in',
  repeated: false,
  late: false,
  minutes: null,
};

const failure = (code: Failure['code'], facts: Failure['facts'] = {}): Failure => ({
  code,
  facts,
  errors: [],
  instance: null,
});

describe('the shifts of the day', () => {
  const item = (activityId: string, starts: readonly string[], calledOff = false): TodayItem => ({
    activityId,
    occurrenceId: activityId,
    title: activityId,
    startsAt: at('05:00'),
    endsAt: at('08:00'),
    placeName: null,
    organizationName: '',
    line: {
      mode: 'first-come',
      capacity: 1,
      taken: 0,
      waiting: 0,
      waitlistLimit: 0,
      opensAt: at('00:00'),
      closesAt: at('00:00'),
      startsAt: at('05:00'),
      endsAt: at('08:00'),
      calledOff,
    },
    shifts: starts.map((clock) => ({
      id: `${activityId}-${clock}`,
      roleName: '引导',
      startsAt: at(clock),
      endsAt: at('08:00'),
      taken: 1,
      needed: 2,
    })),
  });
  const today = [item('b', ['07:00', '05:00']), item('a', ['06:00']), item('off', ['04:00'], true)];

  it('stand in the order of their start, without what was called off', () => {
    expect(shiftsOf(today).map(({ id }) => id)).toEqual(['b-05:00', 'a-06:00', 'b-07:00']);
  });
  it('are those of one activity where one was chosen', () => {
    expect(shiftsOf(today, 'a').map(({ id }) => id)).toEqual(['a-06:00']);
  });
});

describe('the way that the desk starts with', () => {
  it.each([
    ['07:44', 'in'],
    ['07:45', 'out'],
    ['09:00', 'out'],
  ])('at %s is %s for a shift that ends at 08:00', (clock, way) => {
    expect(usualWay({ endsAt: at('08:00') }, new Date(at(clock)))).toBe(way);
  });
});

describe('what is in the field', () => {
  it.each([
    ['7q4m 2k9f', '7Q4M2K9F'],
    ['7Q4M2K9', null],
    [
      ' V1.li-siqi.abcdefghijklmnop.x1.ABCDEFGHIJKLMNOPQRSTUV ',
      'V1.li-siqi.abcdefghijklmnop.x1.ABCDEFGHIJKLMNOPQRSTUV',
    ],
    ['this is no code at all, only words', null],
  ])('%s is sent as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('the result', () => {
  it('names who came, and goes away by itself only then', () => {
    expect(resultOfOutcome(outcome)).toMatchObject({
      tone: 'ok',
      title: '签到成功',
      who: '李思齐',
      lead: '引导，13:54',
      passes: true,
    });
    expect(resultOfOutcome({ ...outcome, repeated: true })).toMatchObject({
      title: '已经签到了',
      lead: '13:54那次算数，这次没有改动',
      passes: false,
    });
  });
  it('says the hours on the way out', () => {
    expect(resultOfOutcome({ ...outcome, direction: 'out', minutes: 120 })).toMatchObject({
      title: '签退成功',
      todo: '这次2.0小时，等确认',
    });
  });
  it.each([
    ['attendance.code-invalid', '这个码认不出来', false],
    ['attendance.code-used', '这个码已经用过', false],
    ['access.out-of-scope', '这不在你负责的范围里', false],
    ['network.unreachable', '现在没有网络，没有记上', true],
  ] as const)('%s stays, with what staff can do', (code, lead, again) => {
    const result = resultOfRefusal(failure(code), 'in', null, now);
    expect(result).toMatchObject({ tone: 'no', title: '没有签上', lead, again, passes: false });
    expect(result.todo).toBeTruthy();
  });
  it('says when it opens', () => {
    const early = failure('attendance.too-early', { opensAt: at('06:30') });
    expect(resultOfRefusal(early, 'out', null, now)).toMatchObject({
      title: '没有签退',
      todo: '14:30起可以扫，到时再来。',
    });
  });
  it('never sends staff to the staff', () => {
    const codes = [
      'not-signed-up',
      'too-late',
      'too-early',
      'not-checked-in',
      'already-checked-out',
    ] as const;
    for (const code of codes) {
      const { lead, todo } = resultOfRefusal(failure(`attendance.${code}`), 'in', null, now);
      expect(`${lead}${todo ?? ''}`).not.toContain('工作人员');
    }
  });
});

describe('the list', () => {
  const waiting = entry({ signupId: 'w', status: 'waitlisted', ahead: 2 });
  const due = entry({ signupId: 'd', displayName: '王芳', maskedPhone: '139****4321' });
  const here = entry({ signupId: 'h', state: 'checked-in', checkedInAt: at('05:54') });
  const gone = entry({ signupId: 'g', state: 'checked-out', checkedOutAt: at('08:01') });

  it.each([
    [waiting, '候补，前面2人'],
    [due, '还没到'],
    [here, '已签到 13:54'],
    [gone, '已签退 16:01'],
    [entry({ state: 'missing-out' }), '漏了签退'],
  ])('says the state in words', (each, words) => {
    expect(tagOf(each).words).toBe(words);
  });
  it('offers a tick only where it changes something', () => {
    const all = [waiting, due, here, gone, entry({ state: 'absent' }), entry({ state: 'missing-out' })];
    expect(all.filter((each) => mayTick(each, 'in'))).toEqual([due]);
    expect(all.filter((each) => mayTick(each, 'out'))).toEqual([here]);
  });
  it('puts who still has to come this way first, and who waits last', () => {
    const ids = (way: 'in' | 'out') =>
      arrange([waiting, gone, here, due], way).map(({ signupId }) => signupId);
    expect(ids('in')).toEqual(['d', 'g', 'h', 'w']);
    expect(ids('out')).toEqual(['h', 'g', 'd', 'w']);
  });
  it('finds by name and by the end of the phone', () => {
    expect(findPeople([due, here], '王')).toEqual([due]);
    expect(findPeople([due, here], '4321')).toEqual([due]);
    expect(findPeople([due, here], ' ')).toHaveLength(2);
  });
});

describe('the reason of a tick', () => {
  it.each([
    [null, '说明', null],
    ['phone', ' ', '手机没电或没带'],
    ['phone', '充电宝也没带', '手机没电或没带：充电宝也没带'],
    ['other', '', null],
    ['other', '手受伤了', '手受伤了'],
  ] as const)('%s with "%s" is %s', (reason, more, words) => {
    expect(reasonText(reason, more)).toBe(words);
  });
});
