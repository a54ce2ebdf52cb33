import { describe, expect, it } from '@jest/globals';
import type { AdmissionOutcome, DoorEntry } from '@xiaolin/shared-types/admissions/schema';
import {
  actsFor,
  answerOf,
  doorPhaseOf,
  inFilter,
  noteOf,
  reasonOf,
  refusalOf,
  tagOf,
  ticketOf,
} from './model';

const door = {
  opensAt: '2026-11-28T04:00:00.000Z',
  closesAt: '2026-11-28T08:00:00.000Z',
  finalAt: '2026-12-01T08:00:00.000Z',
};

describe('the clock of the door', () => {
  it.each([
    ['2026-11-28T03:59:59.000Z', 'early'],
    ['2026-11-28T04:00:00.000Z', 'open'],
    ['2026-11-28T08:00:00.000Z', 'settling'],
    ['2026-12-01T08:00:00.000Z', 'final'],
  ])('at %s is %s', (at, phase) => {
    expect(doorPhaseOf(door, new Date(at))).toBe(phase);
  });
});

describe('a ticket', () => {
  it.each([
    ['7q4m 2k9f', '7Q4M2K9F'],
    // Letters that look like digits are those digits.
    ['7Q4M-OK9I', '7Q4M0K91'],
    [' T1.0198c1d2-aaaa.bbbbbbbbbbbb ', 'T1.0198c1d2-aaaa.bbbbbbbbbbbb'],
    ['7Q4M2K9', null],
    ['段丽华', null],
    ['', null],
  ])('%s is sent as %s', (text, code) => {
    expect(ticketOf(text)).toBe(code);
  });
});

const outcome = (change: Partial<AdmissionOutcome> = {}): AdmissionOutcome => ({
  signupId: 's',
  personName: '段丽华',
  guestNames: ['杨国荣', '杨小宝'],
  seats: 3,
  admittedSeats: 3,
  changedSeats: 3,
  at: '2026-11-28T05:41:00.000Z',
  byName: '普春燕',
  repeated: false,
  counts: { admittedSeats: 3, confirmedSeats: 60 },
  ...change,
});

describe('the answer at the door', () => {
  it('is a yes with the party by name, and asks whether all are there', () => {
    const yes = answerOf(outcome(), 'admit');
    expect(yes).toMatchObject({
      tone: 'ok',
      title: '段丽华 可以进',
      lead: '一共3人，都到了',
      more: '同行：杨国荣、杨小宝',
      passes: true,
    });
    expect(yes.party?.signupId).toBe('s');
  });

  it('has nothing to ask about somebody who came alone', () => {
    const alone = answerOf(outcome({ guestNames: [], seats: 1, admittedSeats: 1, changedSeats: 1 }), 'admit');
    expect([alone.lead, alone.more, alone.party]).toEqual(['1人', null, null]);
  });

  it('of a used ticket says when and by whom, and stays', () => {
    expect(answerOf(outcome({ repeated: true, changedSeats: 0 }), 'admit')).toMatchObject({
      tone: 'flag',
      title: '段丽华 已经进过',
      lead: '13:41 普春燕登记',
      passes: false,
      party: null,
    });
  });

  it('says how many of a party are in', () => {
    expect(answerOf(outcome({ admittedSeats: 2, changedSeats: 1 }), 'undo').lead).toBe('到了2人，共3人');
    expect(answerOf(outcome({ admittedSeats: 0, at: null, byName: null }), 'undo').lead).toBe(
      '现在没有人算到场',
    );
  });

  it('of a refusal says what to do, and offers a second try only where it can help', () => {
    const no = (code: Parameters<typeof refusalOf>[0]['code']) =>
      refusalOf({ code, facts: {}, errors: [], instance: null }, new Date());
    expect(no('admission.no-place')).toMatchObject({ tone: 'no', again: false, passes: false });
    expect(no('admission.no-place').more).toContain('候补');
    expect(no('network.timeout').again).toBe(true);
  });
});

const entry = (change: Partial<DoorEntry> = {}): DoorEntry => ({
  signupId: 's',
  personId: 'p',
  displayName: '段丽华',
  guestNames: [],
  maskedPhone: '*2047',
  status: 'confirmed',
  state: 'expected',
  seats: 3,
  admittedSeats: 0,
  admittedAt: null,
  admittedBy: null,
  excuseReason: null,
  ...change,
});

describe('the list at the door', () => {
  it.each([
    ['expected', 'early', []],
    ['expected', 'open', ['tick']],
    ['partly-admitted', 'open', ['tick', 'undo']],
    ['admitted', 'settling', ['undo']],
    ['admitted', 'final', []],
    ['absent-proposed', 'settling', ['tick', 'excuse']],
    ['absent', 'final', ['excuse']],
    ['not-recorded', 'settling', ['tick']],
    ['excused', 'settling', []],
  ] as const)('%s while %s may be: %j', (state, phase, acts) => {
    expect(actsFor({ state }, phase)).toEqual(acts);
  });

  it('counts a party that came in part among those who are there and those who are missing', () => {
    const part = { seats: 3, admittedSeats: 1 };
    expect([inFilter(part, 'there'), inFilter(part, 'missing')]).toEqual([true, true]);
    expect(inFilter({ seats: 3, admittedSeats: 3 }, 'missing')).toBe(false);
    expect(tagOf({ ...part, state: 'partly-admitted' }).words).toBe('到了1人，共3人');
  });

  it('says who comes along, who recorded it and why somebody is excused', () => {
    const there = { guestNames: ['杨国荣'], admittedAt: '2026-11-28T05:41:00.000Z', admittedBy: '普春燕' };
    expect(noteOf(entry(there))).toBe('手机 *2047，同行杨国荣，13:41 普春燕登记');
    expect(noteOf(entry({ maskedPhone: null, excuseReason: '生病' }))).toBe('没留电话，免责：生病');
  });

  it('takes a reason of the list, or words where it is another one', () => {
    const reasons = { ill: '生病', other: '其他原因' };
    expect(reasonOf(reasons, 'ill', 'x')).toBe('生病');
    expect(reasonOf(reasons, 'other', ' 去接孙子 ')).toBe('去接孙子');
    expect([reasonOf(reasons, 'other', ' '), reasonOf(reasons, null, 'x')]).toEqual([null, null]);
  });
});
