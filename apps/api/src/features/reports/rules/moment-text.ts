import { DISTRICT_OFFSET_MINUTES, districtDay } from '@xiaolin/shared-types/contract/district-time';

/** The clock in the district: `14:05`. */
const clock = (moment: Date): string =>
  new Date(moment.getTime() + DISTRICT_OFFSET_MINUTES * 60_000).toISOString().slice(11, 16);

/** In a table, where it sorts as text: `2026-11-28 14:05`. */
export const momentText = (instant: string): string => {
  const moment = new Date(instant);
  return `${districtDay(moment)} ${clock(moment)}`;
};

/** `2026-11-28 14:00–16:00`, with the second day where it is another. */
export const spanText = (startsAt: string, endsAt: string): string => {
  const sameDay = districtDay(new Date(startsAt)) === districtDay(new Date(endsAt));
  return `${momentText(startsAt)}–${sameDay ? clock(new Date(endsAt)) : momentText(endsAt)}`;
};
