let last = 0;

/**
 * A new key for one intent of the person; keep it for as long as the same intent is tried again. Need not be secret,
 * only different: the time, a counter and chance. (weapp has no `crypto`.)
 */
export function newRequestKey(now: Date = new Date()): string {
  last += 1;
  const chance = Math.floor(Math.random() * 36 ** 8)
    .toString(36)
    .padStart(8, '0');
  return `${now.getTime().toString(36)}-${last.toString(36)}-${chance}`;
}
