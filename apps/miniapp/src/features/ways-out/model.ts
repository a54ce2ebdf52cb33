import { DISTRICT_OFFSET_MINUTES } from '@xiaolin/shared-types/contract/district-time';
import { partsOf } from '@/shared/i18n/moments';
import type { DateAndTime } from '@/shared/ui/date-time-field';

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as two wall-clock fields of the district. */
export function wallClockOf(instant: string): DateAndTime {
  const { day, hour, minute } = partsOf(instant);
  return { date: day, time: `${two(hour)}:${two(minute)}` };
}

/** The moment behind two wall-clock fields; null while they say none. */
export function instantOf({ date, time }: DateAndTime): string | null {
  const at = Date.parse(`${date}T${time}:00.000Z`) - DISTRICT_OFFSET_MINUTES * 60_000;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/**
 * What is proposed, or null when it is before the way in. To the minute: whoever came and left within one minute is
 * taken to have left when they came.
 */
export function outOf(stay: { readonly inAt: string }, chosen: DateAndTime): string | null {
  const out = instantOf(chosen);
  if (out === null) return null;
  if (Date.parse(out) >= Date.parse(stay.inAt)) return out;
  return Date.parse(out) > Date.parse(stay.inAt) - 60_000 ? stay.inAt : null;
}
