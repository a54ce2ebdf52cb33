import type { Direction, MyShift } from '@xiaolin/shared-types/attendance/schema';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { clockWords, dateWords, dayWords, partsOf } from '@/shared/i18n/moments';
import { standingWords } from '@/shared/i18n/zh-CN/attendance';
import type { IconName } from '@/shared/theme/icons';

/** Where the volunteer stands in a shift at this moment. */
export type Standing =
  | 'called-off'
  | 'given-up'
  | 'waiting'
  /** Another day. */
  | 'to-come'
  /** Today or running, and not in yet. */
  | 'due'
  | 'in'
  /** Over, and still in. */
  | 'out-due'
  | 'done'
  | 'absent'
  | 'missing-out';

export function standingOf(shift: MyShift, now: Date): Standing {
  if (shift.calledOff || shift.status === 'cancelled-by-organiser') return 'called-off';
  if (['cancelled', 'cancelled-late', 'declined', 'lapsed', 'rejected'].includes(shift.status))
    return 'given-up';
  if (['waitlisted', 'offered', 'pending-review'].includes(shift.status)) return 'waiting';
  switch (shift.state) {
    case 'scheduled':
      return districtDay(new Date(shift.startsAt)) > districtDay(now) ? 'to-come' : 'due';
    case 'checked-in':
      return now.getTime() >= Date.parse(shift.endsAt) ? 'out-due' : 'in';
    case 'checked-out':
    case 'computed':
      return 'done';
    case 'absent':
    case 'missing-out':
      return shift.state;
  }
}

export interface StandingTag {
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'warm' | 'ok' | 'earth';
  readonly icon?: IconName;
}

const MINUTE = 60_000;

/** How long until it starts, as people say it. */
function startWords(startsAt: string, now: Date): string {
  const minutes = Math.ceil((Date.parse(startsAt) - now.getTime()) / MINUTE);
  if (minutes <= 0) return standingWords.late;
  if (minutes < 60) return standingWords.startsSoon(minutes);
  const days = Math.round(
    (Date.parse(`${partsOf(startsAt).day}T00:00:00.000Z`) - Date.parse(`${partsOf(now).day}T00:00:00.000Z`)) /
      (24 * 60 * MINUTE),
  );
  if (days === 0) return standingWords.startsInHours(Math.round(minutes / 60));
  return days === 1 ? standingWords.tomorrow : standingWords.startsInDays(days);
}

export function tagOf(shift: MyShift, now: Date): StandingTag {
  switch (standingOf(shift, now)) {
    case 'called-off':
      return { words: standingWords.calledOff, tone: 'warm', icon: 'alert' };
    case 'given-up':
      return { words: standingWords.givenUp, tone: 'plain' };
    case 'waiting':
      return { words: standingWords.waiting(shift.ahead ?? 0), tone: 'earth', icon: 'clock' };
    case 'to-come':
      return { words: startWords(shift.startsAt, now), tone: 'accent' };
    case 'due': {
      const late = now.getTime() >= Date.parse(shift.startsAt);
      return { words: startWords(shift.startsAt, now), tone: late ? 'warm' : 'accent' };
    }
    case 'in':
      return { words: standingWords.checkedIn(clockOr(shift.checkedInAt)), tone: 'ok', icon: 'check' };
    case 'out-due':
      return { words: standingWords.outDue, tone: 'warm', icon: 'alert' };
    case 'done':
      return { words: standingWords.done, tone: 'ok', icon: 'check' };
    case 'absent':
      return { words: standingWords.absent, tone: 'plain' };
    case 'missing-out':
      return { words: standingWords.missingOut, tone: 'earth', icon: 'flag' };
  }
}

const clockOr = (instant: string | null): string => (instant === null ? '' : clockWords(instant));

export interface ShiftBoard {
  /** The one to act on: still in after the end, then running, then the next. */
  readonly card: MyShift | null;
  readonly needs: readonly MyShift[];
  readonly later: readonly MyShift[];
}

/** The volunteer's own page: one card, what needs them, and the rest in order. */
export function arrangeShifts(coming: readonly MyShift[], past: readonly MyShift[], now: Date): ShiftBoard {
  const standing = (shift: MyShift) => standingOf(shift, now);
  const of = (shifts: readonly MyShift[], ...wanted: Standing[]) =>
    shifts.filter((shift) => wanted.includes(standing(shift)));
  const all = [...coming, ...past];
  const card =
    [
      ...of(all, 'out-due'),
      ...of(coming, 'in'),
      // A shift whose end has gone by is no longer one to come to.
      ...of(coming, 'due', 'to-come').filter((shift) => now.getTime() < Date.parse(shift.endsAt)),
    ][0] ?? null;
  const needs = [...of(coming, 'called-off'), ...of(all, 'missing-out')];
  const later = coming.filter(
    (shift) => shift !== card && !needs.includes(shift) && standing(shift) !== 'given-up',
  );
  return { card, needs, later };
}

/** Shifts of this day that a code may be typed for: the typed 8 characters do not say which shift they belong to. */
export const scannableToday = (shifts: readonly MyShift[], now: Date): MyShift[] =>
  shifts.filter((shift) => ['due', 'in', 'out-due'].includes(standingOf(shift, now)));

/** The way that is next, as far as the phone knows; the code decides. */
export const nextWay = (shift: MyShift | null, now: Date): Direction | 'either' => {
  if (shift === null) return 'either';
  const standing = standingOf(shift, now);
  return standing === 'in' || standing === 'out-due' ? 'out' : 'in';
};

/** `13:54:20` */
export const exactClock = (instant: string): string => {
  const seconds = new Date(instant).getUTCSeconds();
  return `${clockWords(instant)}:${String(seconds).padStart(2, '0')}`;
};

/** `上周六` is guesswork; the date with its weekday is not. */
export const pastDayWords = (instant: string, now: Date): string =>
  districtDay(new Date(instant)) === districtDay(now) ? dayWords(instant, now) : dateWords(instant);
