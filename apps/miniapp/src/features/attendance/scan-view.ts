import type { Direction, MyShift, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { Failure } from '@/shared/api/failure';
import { clockWords, spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { refusalAdvice, resultWords } from '@/shared/i18n/zh-CN/scanning';
import { exactClock } from './model';
import type { QueuedScan } from './scan-queue';

export interface ScanFact {
  readonly name: string;
  readonly value: string;
}

export interface ScanView {
  readonly tone: 'ok' | 'no' | 'offline';
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly ScanFact[];
  readonly advice: string;
  /** Scanning once more may help. */
  readonly again: boolean;
  /** Staff may scan the volunteer instead. */
  readonly showCode: boolean;
}

type ShiftTimes = Pick<MyShift, 'startsAt' | 'endsAt'>;

const wayFact = (outcome: ScanOutcome, shift: ShiftTimes | null): ScanFact => {
  const clock = clockWords(outcome.at);
  if (outcome.direction === 'out') return { name: resultWords.out, value: clock };
  const early = shift !== null && Date.parse(outcome.at) < Date.parse(shift.startsAt);
  return {
    name: resultWords.in,
    value: early ? resultWords.countedFrom(clock, clockWords(shift.startsAt)) : clock,
  };
};

/** @param sentLate it was scanned without network and sent afterwards. */
export function viewOfOutcome(outcome: ScanOutcome, shift: ShiftTimes | null, sentLate: boolean): ScanView {
  const isIn = outcome.direction === 'in';
  const title = isIn
    ? outcome.repeated
      ? resultWords.repeatedIn
      : resultWords.okIn
    : outcome.repeated
      ? resultWords.repeatedOut
      : resultWords.okOut;
  const greeting = isIn ? resultWords.welcome(outcome.personName) : resultWords.thanks(outcome.personName);
  const lead = outcome.repeated ? resultWords.repeated : sentLate ? resultWords.sentLater : greeting;
  const facts: ScanFact[] = [
    { name: resultWords.activity, value: outcome.activityTitle },
    { name: resultWords.role, value: outcome.roleName },
    wayFact(outcome, shift),
  ];
  if (isIn && shift !== null)
    facts.push({ name: resultWords.out, value: resultWords.outReminder(clockWords(shift.endsAt)) });
  if (outcome.minutes !== null)
    facts.push({
      name: resultWords.credited,
      value: resultWords.minutes(hoursText(outcome.minutes), outcome.minutes),
    });
  const advice = outcome.late ? resultWords.adviceLate : isIn ? resultWords.adviceIn : resultWords.adviceOut;
  return { tone: 'ok', title, lead, facts, advice, again: false, showCode: false };
}

export function viewOfWaiting(
  scan: Pick<QueuedScan, 'deviceTime' | 'about'>,
  waiting: number,
  reached: boolean,
): ScanView {
  const about: ScanFact[] =
    scan.about === null
      ? []
      : [
          { name: resultWords.activity, value: scan.about.activityTitle },
          { name: resultWords.role, value: scan.about.roleName },
        ];
  return {
    tone: 'offline',
    title: resultWords.savedTitle,
    lead: reached ? resultWords.savedSlow : resultWords.savedLead,
    facts: [
      ...about,
      { name: resultWords.deviceTime, value: exactClock(scan.deviceTime) },
      { name: resultWords.state, value: resultWords.waiting(waiting) },
    ],
    advice: resultWords.savedAdvice,
    again: false,
    showCode: false,
  };
}

/** The server has the way out; the way in is still on some device. */
export function viewOfHeld(scan: Pick<QueuedScan, 'about'>, at: string): ScanView {
  const about: ScanFact[] =
    scan.about === null ? [] : [{ name: resultWords.activity, value: scan.about.activityTitle }];
  return {
    tone: 'offline',
    title: resultWords.heldTitle,
    lead: resultWords.heldLead,
    facts: [...about, { name: resultWords.out, value: clockWords(at) }],
    advice: resultWords.heldAdvice,
    again: false,
    showCode: false,
  };
}

/** A code lives up to a minute: what took longer to arrive was late, not shown wrongly. */
export const LATE_MILLISECONDS = 60_000;

export const wasSentLate = (deviceTime: string, settledAt: string): boolean =>
  Date.parse(settledAt) - Date.parse(deviceTime) > LATE_MILLISECONDS;

interface Refused {
  readonly problem: Pick<Failure, 'code' | 'facts'>;
  readonly deviceTime: string;
  readonly settledAt: string;
  readonly shift: (ShiftTimes & Pick<MyShift, 'roleName'>) | null;
  readonly way: Direction | 'either';
}

const codeTroubles: readonly Failure['code'][] = [
  'attendance.code-invalid',
  'attendance.code-expired',
  'attendance.code-other-shift',
  'attendance.code-used',
];

export function viewOfRefusal({ problem, deviceTime, settledAt, shift, way }: Refused, now: Date): ScanView {
  // Typed and some minutes old, the server no longer knows the code at all: to the person that is late, too.
  const late =
    wasSentLate(deviceTime, settledAt) &&
    (problem.code === 'attendance.code-expired' || problem.code === 'attendance.code-invalid');
  const facts: ScanFact[] = [{ name: resultWords.scannedAt, value: exactClock(deviceTime) }];
  if (shift !== null)
    facts.push({
      name: resultWords.yourShift,
      value: `${spanWords(shift.startsAt, shift.endsAt, now)}，${shift.roleName}`,
    });
  const isCode = codeTroubles.includes(problem.code);
  const expiredNow = problem.code === 'attendance.code-expired' && !late;
  const leadOf = (): string => {
    if (late) return refusalAdvice.lateLead;
    return expiredNow
      ? refusalAdvice.staleLead
      : problemText({ ...problem, errors: [], instance: null }, now);
  };
  return {
    tone: 'no',
    title: resultWords.refusedTitle[way],
    lead: leadOf(),
    facts,
    advice: late ? refusalAdvice.late(clockWords(deviceTime)) : adviceOn(problem.code),
    again: isCode && !late,
    showCode: isCode || late,
  };
}

function adviceOn(code: Failure['code']): string {
  switch (code) {
    case 'attendance.code-invalid':
    case 'attendance.code-expired':
    case 'attendance.code-used':
      return refusalAdvice.stale;
    case 'attendance.code-other-shift':
      return refusalAdvice.otherShift;
    case 'attendance.not-signed-up':
    case 'shift.unknown':
      return refusalAdvice.notSignedUp;
    case 'attendance.too-early':
      return refusalAdvice.early;
    case 'attendance.too-late':
      return refusalAdvice.tooLate;
    case 'attendance.clock-off':
      return refusalAdvice.clock;
    case 'attendance.scan-too-old':
      return refusalAdvice.tooOld;
    case 'attendance.not-checked-in':
    case 'attendance.already-checked-out':
      return refusalAdvice.order;
    default:
      return refusalAdvice.other;
  }
}
