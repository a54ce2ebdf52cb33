import type { Interval } from './credited-minutes.js';

/** Another record of the same person that stands and counts. */
export interface OtherRecord extends Interval {
  readonly minutes: number;
  readonly shiftStartsAt: string;
  readonly shiftEndsAt: string;
  /** The service's name, for whoever is refused. */
  readonly title: string;
}

const MINUTE = 60_000;
const length = ({ from, to }: Interval): number => Math.max(0, Date.parse(to) - Date.parse(from));

/**
 * When a record's minutes were served: what its scans say, or anywhere in its shift where it was amended to more
 * than they hold.
 */
export const stretchOf = (record: Omit<OtherRecord, 'title'>): Interval =>
  record.minutes * MINUTE > length(record)
    ? { from: record.shiftStartsAt, to: record.shiftEndsAt }
    : { from: record.from, to: record.to };

/**
 * How many minutes of a window the person's other records leave, so that no moment counts twice (domain,
 * "overlapping shifts never count twice"), and which of them takes the most of it; null where none takes any.
 *
 * Each takes at most its minutes, and at most what of its own stretch lies in the window: then whatever the moments
 * were, all of them still fit beside each other.
 */
export function roomBeside(
  window: Interval,
  others: readonly OtherRecord[],
): { readonly minutes: number; readonly most: OtherRecord | null } {
  let taken = 0;
  let most: { readonly record: OtherRecord; readonly takes: number } | null = null;
  for (const record of others) {
    const { from, to } = stretchOf(record);
    const shared = length({
      from: from > window.from ? from : window.from,
      to: to < window.to ? to : window.to,
    });
    const takes = Math.min(record.minutes * MINUTE, shared);
    taken += takes;
    if (takes > (most?.takes ?? 0)) most = { record, takes };
  }
  return {
    minutes: Math.max(0, Math.floor((length(window) - taken) / MINUTE)),
    most: most?.record ?? null,
  };
}
