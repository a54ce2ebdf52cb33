import { addDistrictDays, districtDay, endOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';

/** A day is signed only when it has been over for so long: the clocks of processes differ by less. */
const SETTLE_MS = 10 * 60_000;

/**
 * The district days of which a ledger's head is to be signed, earliest first: every day since the last signed one
 * that is over, also those that were missed.
 *
 * @param lastSigned null when none is: then from the day of the first entry
 */
export function daysToSign(firstEntryAt: string, lastSigned: string | null, now: Date): readonly string[] {
  const days: string[] = [];
  let day = lastSigned === null ? districtDay(new Date(firstEntryAt)) : addDistrictDays(lastSigned, 1);
  while (endOfDistrictDay(day).getTime() + SETTLE_MS <= now.getTime()) {
    days.push(day);
    day = addDistrictDays(day, 1);
  }
  return days;
}
