import {
  addDistrictDays,
  DISTRICT_OFFSET_MINUTES,
  districtDay,
} from '@xiaolin/shared-types/contract/district-time';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

interface Parts {
  readonly day: string;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: string;
  readonly hour: number;
  readonly minute: number;
}

/** A moment in the district's time, whatever zone the phone is set to. */
export function partsOf(instant: string | Date): Parts {
  const local = dayjs.utc(instant).utcOffset(DISTRICT_OFFSET_MINUTES);
  return {
    day: local.format('YYYY-MM-DD'),
    year: local.year(),
    month: local.month() + 1,
    date: local.date(),
    weekday: WEEKDAYS[local.day()] ?? '',
    hour: local.hour(),
    minute: local.minute(),
  };
}

const clock = ({ hour, minute }: Parts): string => `${hour}:${String(minute).padStart(2, '0')}`;

/** 今天, 明天, 后天, else empty. */
export function nearDayWord(day: string, now: Date): string {
  const today = districtDay(now);
  if (day === today) return '今天';
  if (day === addDistrictDays(today, 1)) return '明天';
  return day === addDistrictDays(today, 2) ? '后天' : '';
}

/** `明天 周六`, `11月28日 周六`, and with the year where it is not this one. */
export function dayWords(instant: string | Date, now: Date): string {
  const parts = partsOf(instant);
  const near = nearDayWord(parts.day, now);
  if (near !== '') return `${near} ${parts.weekday}`;
  const year = parts.year === partsOf(now).year ? '' : `${parts.year}年`;
  return `${year}${parts.month}月${parts.date}日 ${parts.weekday}`;
}

/** `11月28日 周六`: the date itself, for headings. */
export function dateWords(instant: string | Date): string {
  const parts = partsOf(instant);
  return `${parts.month}月${parts.date}日 ${parts.weekday}`;
}

/** `2026-11-07` as `2026年11月7日`: a day of the calendar, for papers and periods. */
export function dayInFull(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `9:00` */
export const clockWords = (instant: string | Date): string => clock(partsOf(instant));

/** `明天 周六 9:00` */
export const momentWords = (instant: string | Date, now: Date): string =>
  `${dayWords(instant, now)} ${clockWords(instant)}`;

/** `明天 周六 14:00–16:00` */
export const spanWords = (from: string, to: string, now: Date): string =>
  `${momentWords(from, now)}–${clockWords(to)}`;

/** 今天, 明天, 后天; within the week `周六`; beyond it `12月5日`. For narrow places. */
export function nearOrWeekdayWord(instant: string | Date, now: Date): string {
  const { day, weekday, month, date } = partsOf(instant);
  const near = nearDayWord(day, now);
  if (near !== '') return near;
  const today = districtDay(now);
  return day > today && day < addDistrictDays(today, 7) ? weekday : `${month}月${date}日`;
}

/** `周六 14:00` */
export const shortMomentWords = (instant: string | Date, now: Date): string =>
  `${nearOrWeekdayWord(instant, now)} ${clockWords(instant)}`;

/** 上午, 下午, 晚上 … */
export function partOfDayWord(instant: string | Date): string {
  const { hour } = partsOf(instant);
  return hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 18 ? '下午' : '晚上';
}

const twelveHourWords = (instant: string | Date): string => {
  const { hour, minute } = partsOf(instant);
  const minutes = minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`;
  return `${hour > 12 ? hour - 12 : hour}点${minutes}`;
};

/** As people say it, for the elder layout: `下午2点`, `上午9点半`, `晚上7点15分`. */
export const plainClockWords = (instant: string | Date): string =>
  `${partOfDayWord(instant)}${twelveHourWords(instant)}`;

/** `下午2点到4点`, `上午9点到中午12点` */
export const plainSpanWords = (from: string, to: string): string =>
  `${plainClockWords(from)}到${partOfDayWord(from) === partOfDayWord(to) ? twelveHourWords(to) : plainClockWords(to)}`;
