import { createRequire } from 'node:module';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { recordingDueOn, workingDaysBetween } from '../rules/working-days.js';

const require = createRequire(import.meta.url);

/** The State Council's holidays and the weekend days that are worked in exchange, day by day. */
interface Announced {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

// Its data and not its functions, which reckon in the time zone of the machine.
const announced = require('chinese-days/dist/chinese-days.json') as Announced;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/** The last year whose holidays the calendar knows: the State Council announces each one in the autumn before. */
export const LAST_ANNOUNCED_YEAR = Number(Object.keys(announced.holidays).sort().at(-1)?.slice(0, 4));

/**
 * Whether people work on this day (`2026-10-10`) in mainland China.
 *
 * Beyond {@link LAST_ANNOUNCED_YEAR} only weekends are known: holidays count as working days until the `chinese-days`
 * package is brought up to date, so a due date over New Year may come out too early, never too late — unless
 * weekend days are worked in exchange.
 */
export function isWorkday(day: string): boolean {
  if (Object.hasOwn(announced.holidays, day)) return false;
  return Object.hasOwn(announced.workdays, day) || !isWeekend(day);
}

/** The district day by which a service that ended at this moment must be recorded, e.g. `2026-12-11` (art. 11). */
export const dueOnAfter = (endsAt: string): string =>
  recordingDueOn(districtDay(new Date(endsAt)), isWorkday);

/** Working days from today until the due day: 0 on the day itself, negative when it is over. Both are district days. */
export const workingDaysLeft = (dueOn: string, today: string): number =>
  workingDaysBetween(today, dueOn, isWorkday);

/** Whether the due day lies in a year whose holidays are not announced yet, so that it may still move. */
export const isProvisional = (dueOn: string): boolean => Number(dueOn.slice(0, 4)) > LAST_ANNOUNCED_YEAR;
