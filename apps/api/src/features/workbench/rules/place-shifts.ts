/** When something is; moments are ISO 8601. */
export interface Span {
  readonly id: string;
  readonly activityId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * Under which occurrence each shift is shown. A shift belongs to an activity, not to one of its runs; of several runs
 * on one day it stands with the one that it shares most time with, else with the nearest.
 *
 * @returns shifts by occurrence id, each shift once; a shift whose activity has no run here is left out.
 */
export function placeShifts<Shift extends Span>(
  occurrences: readonly Span[],
  shifts: readonly Shift[],
): ReadonlyMap<string, readonly Shift[]> {
  const placed = new Map<string, Shift[]>(occurrences.map(({ id }) => [id, []]));
  for (const shift of shifts) {
    const [nearest] = occurrences
      .filter(({ activityId }) => activityId === shift.activityId)
      .sort((a, b) => sharedTime(b, shift) - sharedTime(a, shift));
    if (nearest !== undefined) placed.get(nearest.id)?.push(shift);
  }
  return placed;
}

/** Milliseconds that two spans have in common; negative: how far they lie apart. */
const sharedTime = (a: Span, b: Span): number =>
  Math.min(Date.parse(a.endsAt), Date.parse(b.endsAt)) -
  Math.max(Date.parse(a.startsAt), Date.parse(b.startsAt));
