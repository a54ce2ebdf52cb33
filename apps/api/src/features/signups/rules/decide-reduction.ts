/** Somebody who holds seats: a confirmed place or a live offer. */
export interface Seated {
  readonly signupId: string;
  readonly position: number;
  readonly seats: number;
}

/**
 * Whom fewer seats touch: those who came last, until the rest fits. A party that is touched goes as a whole. They
 * keep their position, so they are the first of those who wait.
 */
export function touchedBy<S extends Seated>(capacity: number, seated: readonly S[]): readonly S[] {
  let over = seated.reduce((sum, { seats }) => sum + seats, 0) - capacity;
  const touched: S[] = [];
  for (const each of [...seated].sort((a, b) => b.position - a.position)) {
    if (over <= 0) break;
    touched.push(each);
    over -= each.seats;
  }
  return touched;
}
