/** The district lives in UTC+8 all year (China has had no summer time since 1991). */
export const DISTRICT_OFFSET_MINUTES = 8 * 60;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The day in the district at this moment, e.g. `2026-11-28`. */
export const districtDay = (moment: Date): string =>
  new Date(moment.getTime() + DISTRICT_OFFSET_MINUTES * MINUTE).toISOString().slice(0, 10);

/** The moment at which a district day begins. */
export const startOfDistrictDay = (day: string): Date =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - DISTRICT_OFFSET_MINUTES * MINUTE);

/** The moment at which a district day is over (the start of the next one). */
export const endOfDistrictDay = (day: string): Date => new Date(startOfDistrictDay(day).getTime() + DAY);

/** The district day so many days later (or earlier, when negative). */
export const addDistrictDays = (day: string, days: number): string =>
  districtDay(new Date(startOfDistrictDay(day).getTime() + days * DAY));
