import type { Satisfaction } from '@xiaolin/shared-types/feedback/schema';

/** From this score on somebody counts as satisfied. */
export const SATISFIED_FROM = 4;

/**
 * Satisfaction with its denominators.
 *
 * @param attended places that were attended
 * @param scores how often 1, 2, 3, 4 and 5 were given
 */
export function satisfactionOf(attended: number, scores: readonly number[]): Satisfaction {
  const answered = scores.reduce((sum, times) => sum + times, 0);
  const points = scores.reduce((sum, times, at) => sum + times * (at + 1), 0);
  const satisfied = scores.slice(SATISFIED_FROM - 1).reduce((sum, times) => sum + times, 0);
  return {
    attended,
    answered,
    satisfied,
    average: answered === 0 ? null : Math.round((points / answered) * 10) / 10,
    scores: [...scores],
  };
}
