import type { CreditedMinutes } from '@xiaolin/shared-types/hours/schema';

/** Two moments, ISO 8601. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

export interface ServedShift {
  readonly inAt: string;
  readonly outAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Minutes of rest that the shift plans. */
  readonly breakMinutes: number;
  /** What other shifts of the same person have counted already; may overlap each other. */
  readonly counted: readonly Interval[];
}

const MINUTE = 60_000;
const wholeMinutes = (milliseconds: number): number => Math.floor(milliseconds / MINUTE);

/**
 * The minutes that a volunteer is credited with: the only place where hours come from (actual service time,
 * 志愿服务记录与证明出具办法 art. 7). Whole minutes, rounded down, never negative.
 *
 * Time between in and out, clamped to the shift's window, less what other shifts have counted already, less rest.
 * Rest is taken to begin in the middle of the shift (earlier where it would not fit in), so whoever leaves before
 * that loses nothing, whoever stays to the end loses the whole break, and staying longer never earns less.
 *
 * What it returns adds up by hand: whole minutes from `countedFrom` to `countedTo`, minus `overlapMinutes`, minus
 * `breakMinutes`, is `minutes`.
 */
export function creditedMinutes(served: ServedShift): CreditedMinutes {
  const start = Date.parse(served.startsAt);
  const end = Date.parse(served.endsAt);
  const clamp = (moment: string): number => Math.min(Math.max(Date.parse(moment), start), end);
  const from = clamp(served.inAt);
  const to = Math.max(from, clamp(served.outAt));
  const span = wholeMinutes(to - from);
  const free = wholeMinutes(to - from - coveredMilliseconds(served.counted, from, to));
  const minutes = withoutRest(free, wholeMinutes(end - start), served.breakMinutes);
  return {
    inAt: served.inAt,
    outAt: served.outAt,
    countedFrom: new Date(from).toISOString(),
    countedTo: new Date(to).toISOString(),
    breakMinutes: free - minutes,
    overlapMinutes: span - free,
    minutes,
  };
}

function withoutRest(free: number, planned: number, rest: number): number {
  const restBegins = Math.max(0, Math.min(Math.floor(planned / 2), planned - rest));
  return Math.min(free, Math.max(restBegins, free - rest));
}

/** How much of a stretch the intervals cover together, each moment once. */
function coveredMilliseconds(intervals: readonly Interval[], from: number, to: number): number {
  const sorted = intervals
    .map((interval) => ({
      from: Math.max(from, Date.parse(interval.from)),
      to: Math.min(to, Date.parse(interval.to)),
    }))
    .filter((interval) => interval.from < interval.to)
    .sort((a, b) => a.from - b.from);
  let covered = 0;
  let reached = from;
  for (const interval of sorted) {
    if (interval.to <= reached) continue;
    covered += interval.to - Math.max(reached, interval.from);
    reached = interval.to;
  }
  return covered;
}
