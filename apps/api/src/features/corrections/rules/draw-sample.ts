/** One in ten, and never fewer than this many where there are that many. */
const LEAST = 5;

export const sampleSize = (population: number): number =>
  Math.min(population, Math.max(LEAST, Math.ceil(population / 10)));

/** What is hashed for an entry; published, so that anybody can do it again. */
export const seedOf = (month: string): string => `manual-entry-sample ${month}`;

/**
 * The entries that are looked at: those whose hash of `seed:id` is smallest. Whoever enters cannot choose an id, so
 * nobody can stay out of the sample; and the same entries always give the same sample, in whatever order they come.
 */
export function drawSample(
  ids: readonly string[],
  seed: string,
  hash: (text: string) => string,
): readonly string[] {
  return ids
    .map((id) => ({ id, lot: hash(`${seed}:${id}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, sampleSize(ids.length))
    .map(({ id }) => id);
}
