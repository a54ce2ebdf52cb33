import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { WORK_LIMITS } from '@xiaolin/shared-types/shifts/limits';
import { type Refused, refused } from './decide-place.js';

/** A shift as it is planned. */
export interface PlannedShift {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}

/** Work that is planned, rest left out; whole minutes. */
export const plannedMinutes = ({ startsAt, endsAt, breakMinutes }: PlannedShift): number =>
  Math.max(0, Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000) - breakMinutes);

/** A shift belongs to the district day on which it starts, as its hour record does. */
const dayOf = ({ startsAt }: PlannedShift): string => districtDay(new Date(startsAt));

/** The Monday of a district day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return addDistrictDays(day, -weekday);
}

/**
 * Whether one more shift would be too much: on its day, and in its week from Monday to Sunday. Exactly the limit is
 * not too much.
 *
 * @param others confirmed shifts of the same volunteer; those of other weeks do not matter
 */
export function decideWorkload(
  shift: PlannedShift,
  others: readonly PlannedShift[],
  minor: boolean,
): Refused | undefined {
  const limits = WORK_LIMITS[minor ? 'minor' : 'adult'];
  const day = dayOf(shift);
  const week = mondayOf(day);
  const sum = (some: readonly PlannedShift[]) =>
    some.reduce((minutes, each) => minutes + plannedMinutes(each), plannedMinutes(shift));
  const onDay = sum(others.filter((other) => dayOf(other) === day));
  if (onDay > limits.day)
    return refused('signup.overwork', { span: 'day', day, minutes: onDay, limit: limits.day });
  const inWeek = sum(others.filter((other) => mondayOf(dayOf(other)) === week));
  if (inWeek > limits.week)
    return refused('signup.overwork', { span: 'week', day: week, minutes: inWeek, limit: limits.week });
  return undefined;
}
