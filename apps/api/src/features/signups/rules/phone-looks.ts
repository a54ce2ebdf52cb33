/**
 * How many numbers one member of staff may see in full within an hour: a busy door needs a dozen, a list that is
 * carried off needs hundreds (个人信息保护法 art. 6, 51).
 */
export const MOST_LOOKS = 30;
export const LOOKS_WITHIN_MS = 60 * 60_000;

export type LooksDecision =
  { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

/** @param looks when this person looked, oldest first; those of more than an hour ago do not count */
export function decideLook(looks: readonly string[], now: Date): LooksDecision {
  const recent = looks.filter((at) => Date.parse(at) > now.getTime() - LOOKS_WITHIN_MS);
  // The one that has to pass out of the hour before another fits in.
  const first = recent.at(-MOST_LOOKS);
  if (first === undefined) return { kind: 'allowed' };
  const wait = Date.parse(first) + LOOKS_WITHIN_MS - now.getTime();
  return { kind: 'refused', retryAfterSeconds: Math.max(1, Math.ceil(wait / 1_000)) };
}
