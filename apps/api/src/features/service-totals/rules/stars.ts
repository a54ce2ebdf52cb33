/** Hours at which stars usually begin; a district may set its own. Our display, no official grade. */
export const USUAL_STEPS: readonly number[] = [100, 300, 600, 1_000, 1_500];

export interface Stars {
  readonly stars: number;
  readonly steps: readonly number[];
  readonly nextAtMinutes: number | null;
}

/**
 * A star for each step that confirmed minutes reach, to the minute: 99.98 hours are no star.
 *
 * @param steps hours, rising
 */
export function starsOf(confirmedMinutes: number, steps: readonly number[]): Stars {
  const stars = steps.filter((hours) => confirmedMinutes >= hours * 60).length;
  const next = steps[stars];
  return { stars, steps, nextAtMinutes: next === undefined ? null : next * 60 };
}
