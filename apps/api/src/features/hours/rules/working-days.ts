/** Whether people work on this day, e.g. `2026-10-10`: weekends, statutory holidays and make-up days considered. */
export type IsWorkday = (day: string) => boolean;

/** 志愿服务记录与证明出具办法 art. 11: recorded within ten working days of the end. */
export const RECORDING_DAYS = 10;

const DAY = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY).toISOString().slice(0, 10);

/** The last day on which a service that ended on `endDay` is recorded in time; the day of the end does not count. */
export function recordingDueOn(endDay: string, isWorkday: IsWorkday): string {
  let day = endDay;
  for (let left = RECORDING_DAYS; left > 0;) {
    day = dayAfter(day);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** Working days after `today` up to `dueOn`: 0 on the day itself, negative once it is over. */
export function workingDaysBetween(today: string, dueOn: string, isWorkday: IsWorkday): number {
  if (dueOn < today) return -workingDaysBetween(dueOn, today, isWorkday);
  let days = 0;
  for (let day = today; day < dueOn;) {
    day = dayAfter(day);
    if (isWorkday(day)) days += 1;
  }
  return days;
}
