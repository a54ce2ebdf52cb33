import type { Computation, CreditedMinutes, HourRecordView } from '@xiaolin/shared-types/hours/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { withCommas } from '@/shared/i18n/commas';
import { clockWords, dateWords, partsOf } from '@/shared/i18n/moments';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { computationWords, flagWords, hourStateWords } from '@/shared/i18n/zh-CN/hour-records';
import type { IconName } from '@/shared/theme/icons';

export interface RecordState {
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'warm' | 'ok' | 'earth';
  readonly icon: IconName;
}

/** The state tag of a record, with the working days that its unit has left (art. 11). */
export function stateOf(record: Pick<HourRecordView, 'status' | 'minutes' | 'workingDaysLeft'>): RecordState {
  const minutes = withCommas(record.minutes);
  switch (record.status) {
    case 'pending':
      return {
        words: pendingWords(record.workingDaysLeft),
        tone: (record.workingDaysLeft ?? 0) < 0 ? 'warm' : 'earth',
        icon: 'clock',
      };
    case 'confirmed':
      return { words: hourStateWords.confirmed(minutes), tone: 'ok', icon: 'check' };
    case 'certified':
      return { words: hourStateWords.certified(minutes), tone: 'ok', icon: 'cert' };
    case 'rejected':
      return { words: hourStateWords.rejected, tone: 'warm', icon: 'close' };
    case 'amended':
      return { words: hourStateWords.amended, tone: 'accent', icon: 'history' };
    case 'voided':
      return { words: hourStateWords.voided, tone: 'plain', icon: 'minus' };
  }
}

const pendingWords = (days: number | null): string => {
  if (days === null) return hourStateWords.pending;
  if (days < 0) return hourStateWords.pendingLate(-days);
  return days === 0 ? hourStateWords.pendingToday : hourStateWords.pendingDays(days);
};

/** `11月7日 13:00–16:30，扣休息15分钟` */
export function whenWords(record: HourRecordView): string {
  const { month, date } = partsOf(record.shiftStartsAt);
  const when = `${month}月${date}日 ${clockWords(record.shiftStartsAt)}–${clockWords(record.shiftEndsAt)}`;
  const { computation } = record;
  const breakMinutes = computation.basis === 'scans' ? computation.breakMinutes : 0;
  return breakMinutes > 0
    ? `${when}，${hoursWords.restOff(breakMinutes)}`
    : `${when}，${record.recordingUnit}`;
}

/** A rejected or voided record earns nothing: its minutes are only what would have been. */
export const countsFor = (record: Pick<HourRecordView, 'status'>): boolean =>
  record.status !== 'rejected' && record.status !== 'voided';

export interface Line {
  readonly name: string;
  readonly value: string;
}

const MINUTE = 60_000;

type Computed = Pick<HourRecordView, 'computation' | 'shiftStartsAt' | 'shiftEndsAt'>;

/** How the minutes came about, line by line, so that the volunteer can do the sum by hand. */
export function computationLines(record: Computed): Line[] {
  const { computation, shiftStartsAt, shiftEndsAt } = record;
  const { minutes } = computation;
  return [
    { name: computationWords.window, value: `${clockWords(shiftStartsAt)}–${clockWords(shiftEndsAt)}` },
    ...waysOf(computation),
    {
      name: computationWords.result,
      value: computationWords.resultValue(withCommas(minutes), hoursText(minutes)),
    },
  ];
}

/** What stands between the shift's window and the result: span − overlap − rest, or who says so and why. */
function waysOf(computation: Computation): Line[] {
  const { countedFrom, countedTo } = computation;
  switch (computation.basis) {
    case 'scans':
      return sumLines(computation);
    case 'amended':
      return [
        {
          name: computationWords.amendedFrom,
          value: computationWords.amendedFromValue(withCommas(computation.fromMinutes)),
        },
        { name: computationWords.why, value: computation.reason },
      ];
    case 'manual':
      return [
        { name: computationWords.counted, value: `${clockWords(countedFrom)}–${clockWords(countedTo)}` },
        { name: computationWords.whyManual, value: computation.reason },
        { name: computationWords.evidence, value: computation.evidence },
      ];
  }
}

function sumLines({
  inAt,
  outAt,
  countedFrom,
  countedTo,
  breakMinutes,
  overlapMinutes,
}: CreditedMinutes): Line[] {
  const span = Math.floor((Date.parse(countedTo) - Date.parse(countedFrom)) / MINUTE);
  const less = (amount: number, words: (minutes: string) => string) =>
    amount > 0 ? words(withCommas(amount)) : computationWords.nothing;
  return [
    { name: computationWords.inAt, value: secondsClock(inAt) },
    { name: computationWords.outAt, value: secondsClock(outAt) },
    {
      name: computationWords.span,
      value: computationWords.spanValue(clockWords(countedFrom), clockWords(countedTo), withCommas(span)),
    },
    { name: computationWords.overlap, value: less(overlapMinutes, computationWords.overlapMinus) },
    { name: computationWords.rest, value: less(breakMinutes, computationWords.minus) },
  ];
}

/** With seconds: two clocks that look a minute apart may hold a minute less. */
const secondsClock = (instant: string): string =>
  `${clockWords(instant)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`;

/** Until the year's holidays are announced, the day may move. */
const dueWords = ({ dueOn, dueOnProvisional }: HourRecordView): string => {
  const day = dateWords(`${dueOn}T04:00:00.000Z`);
  return dueOnProvisional ? computationWords.dueProvisional(day) : day;
};

/** What 志愿服务记录与证明出具办法 art. 8 asks a record to hold. */
export function recordFacts(record: HourRecordView): Line[] {
  const facts: Line[] = [
    {
      name: computationWords.content,
      value: computationWords.contentValue(record.activityTitle, record.roleName),
    },
    { name: computationWords.place, value: record.placeName ?? computationWords.noPlace },
    { name: computationWords.organiser, value: record.recordingUnit },
    { name: computationWords.responsible, value: record.responsibleName },
  ];
  if (record.decidedBy !== null && record.decidedAt !== null)
    facts.push({
      name: computationWords.decided,
      value: computationWords.decidedValue(record.decidedBy, dateWords(record.decidedAt)),
    });
  else if (record.status === 'pending') facts.push({ name: computationWords.due, value: dueWords(record) });
  if (record.flags.length > 0)
    facts.push({
      name: computationWords.note,
      value: record.flags.map((flag) => flagWords[flag]).join('；'),
    });
  return facts;
}
