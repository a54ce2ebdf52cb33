export interface ServedPart {
  readonly personId: string;
  /** Null: it counts for nothing. */
  readonly share: 'confirmed' | 'pending' | null;
  readonly minutes: number;
}

export interface ServiceFigures {
  /** People with confirmed minutes. */
  readonly volunteers: number;
  /** People with pending minutes and no confirmed ones. */
  readonly pendingVolunteers: number;
  readonly minutes: number;
  readonly pendingMinutes: number;
}

/** Confirmed and pending are told apart and never added up; nobody is counted twice. */
export function countService(parts: readonly ServedPart[]): ServiceFigures {
  const of = (share: ServedPart['share']) => parts.filter((part) => part.share === share && part.minutes > 0);
  const confirmed = of('confirmed');
  const pending = of('pending');
  const people = new Set(confirmed.map(({ personId }) => personId));
  const others = new Set(pending.map(({ personId }) => personId).filter((id) => !people.has(id)));
  const sum = (some: readonly ServedPart[]) => some.reduce((total, { minutes }) => total + minutes, 0);
  return {
    volunteers: people.size,
    pendingVolunteers: others.size,
    minutes: sum(confirmed),
    pendingMinutes: sum(pending),
  };
}
