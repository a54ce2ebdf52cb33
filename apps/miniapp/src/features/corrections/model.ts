import { districtDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import type {
  CorrectionCard,
  CorrectionStep,
  StaffCorrectionView,
  Wrong,
} from '@xiaolin/shared-types/corrections/schema';
import { clockWords, dateWords, momentWords, partsOf } from '@/shared/i18n/moments';
import {
  actionWords,
  correctionWords,
  deskWords,
  sampleWords,
  statusWords,
} from '@/shared/i18n/zh-CN/corrections';
import type { IconName } from '@/shared/theme/icons';

type Tone = 'plain' | 'accent' | 'warm' | 'ok' | 'earth';

export interface State {
  readonly words: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

/** Where a correction stands, in words and with a sign that is not only a colour. */
export function stateOf({ status, outcome }: Pick<CorrectionCard, 'status' | 'outcome'>): State {
  const words = statusWords[status];
  if (status === 'accepted' || (status === 'final' && outcome === 'accept'))
    return { words, tone: 'ok', icon: 'check' };
  if (status === 'rejected' || status === 'final' || status === 'withdrawn')
    return { words, tone: 'earth', icon: 'close' };
  return { words, tone: 'accent', icon: 'clock' };
}

/** `记的是60分钟，应该是110分钟` */
export function minutesWords(card: Pick<CorrectionCard, 'recordedMinutes' | 'claimedMinutes'>): string {
  const was =
    card.recordedMinutes === null ? correctionWords.noRecord : correctionWords.was(card.recordedMinutes);
  return card.claimedMinutes === null ? was : `${was}，${correctionWords.said(card.claimedMinutes)}`;
}

/** `11月28日 周六 14:00–16:00` */
export const whenWords = ({
  shiftStartsAt,
  shiftEndsAt,
}: {
  shiftStartsAt: string;
  shiftEndsAt: string;
}): string => `${dateWords(shiftStartsAt)} ${clockWords(shiftStartsAt)}–${clockWords(shiftEndsAt)}`;

/** The day by which somebody answers, in words: noon, so that no time zone moves it. */
export const dayOf = (dueOn: string): string => dateWords(`${dueOn}T04:00:00.000Z`);

/** What is due, and by whom; null where nothing is. */
export function dueWords(card: Pick<CorrectionCard, 'status' | 'decidingUnit' | 'dueOn'>): string | null {
  if (card.dueOn === null) return null;
  return card.status === 'rejected'
    ? correctionWords.appealUntil(dayOf(card.dueOn))
    : correctionWords.due(card.decidingUnit, dayOf(card.dueOn));
}

export interface TrailLine {
  readonly key: string;
  readonly title: string;
  readonly who: string;
  readonly reason: string;
}

/** Who, through what, when, what and why. */
export const trailLines = (trail: readonly CorrectionStep[], now: Date): readonly TrailLine[] =>
  trail.map((step, at) => ({
    key: `${at}-${step.action}`,
    title:
      step.minutes === null ? actionWords[step.action] : `${actionWords[step.action]}，${step.minutes}分钟`,
    who: [momentWords(step.at, now), step.by, step.unit].filter(Boolean).join('，'),
    reason: step.reason,
  }));

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The whole minutes from one moment to another. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);

/** A time of day (`14:00`) as the moment of a shift that it means; over midnight it is the day after. */
export function momentOfShift(shiftStartsAt: string, time: string): string | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const dayStart = startOfDistrictDay(districtDay(new Date(shiftStartsAt))).getTime();
  const moment = dayStart + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return new Date(moment < Date.parse(shiftStartsAt) - DAY / 2 ? moment + DAY : moment).toISOString();
}

/** A time field takes `09:00`. */
export const timeOf = (instant: string): string => clockWords(instant).padStart(5, '0');

/** A whole number of minutes within bounds, or null. */
export function readMinutes(text: string, least: number, most: number): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const minutes = Number(text);
  return minutes >= least && minutes <= most ? minutes : null;
}

/** What accepting a correction is called, by what it needs. */
export const acceptWords = (view: Pick<StaffCorrectionView, 'needs' | 'wrong'>): string => {
  if (view.needs === 'times') return deskWords.acceptTimes;
  if (view.wrong === 'not-me') return deskWords.acceptVoid;
  return view.needs === 'minutes' ? deskWords.acceptMinutes : deskWords.accept;
};

export type RecordWrong = Exclude<Wrong, 'missing'>;
export const RECORD_WRONGS: readonly RecordWrong[] = ['minutes', 'not-me', 'details', 'other'];

/** `2026-11` so many months earlier or later. */
export function monthBeside(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export const monthWords = (month: string): string => {
  const { year, month: number } = partsOf(`${month}-15T04:00:00.000Z`);
  return sampleWords.month(year, number);
};
