import { withCommas } from '@/shared/i18n/commas';
import type { ServiceSlice, StarsView } from '@xiaolin/shared-types/service-totals/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { totalsWords as words } from '@/shared/i18n/zh-CN/service-totals';

/** `已确认 3.2小时（195分钟），待确认1.0小时`; what is confirmed and what waits are never added up. */
export function sliceNote(
  slice: Pick<ServiceSlice, 'confirmedMinutes' | 'pendingMinutes' | 'records'>,
): string {
  const { confirmedMinutes, pendingMinutes, records } = slice;
  const parts = [
    confirmedMinutes > 0
      ? words.confirmed(hoursText(confirmedMinutes), withCommas(confirmedMinutes))
      : words.none,
    ...(pendingMinutes > 0 ? [words.pending(hoursText(pendingMinutes))] : []),
    words.records(records),
  ];
  return parts.join('，');
}

/** Hours that are missing to the next star, rounded up: "0.1 more" must be enough. */
export function missingHours({ nextAtMinutes }: StarsView, confirmedMinutes: number): string | null {
  if (nextAtMinutes === null) return null;
  const tenths = Math.ceil((nextAtMinutes - confirmedMinutes) / 6);
  return hoursText(tenths * 6);
}

/** How much of the way from the last star to the next one is done, 0 to 100. */
export function progressOf({ stars, steps, nextAtMinutes }: StarsView, confirmedMinutes: number): number {
  if (nextAtMinutes === null) return 100;
  const from = (steps[stars - 1] ?? 0) * 60;
  return Math.floor(((confirmedMinutes - from) / (nextAtMinutes - from)) * 100);
}
