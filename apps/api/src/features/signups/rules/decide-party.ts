import type { GuestView } from '@xiaolin/shared-types/signups/schema';
import { type LineState, type Refused, refused } from './decide-place.js';

/** Somebody's dependant as the rule needs it. */
export interface Dependant {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly kind: Exclude<GuestView['kind'], 'companion'>;
  readonly birthYear: number | null;
}

export interface Guest extends GuestView {
  readonly dependantId: string | null;
  /** null where nobody said. */
  readonly birthYear: number | null;
}

export type PartyDecision = { readonly kind: 'party'; readonly guests: readonly Guest[] } | Refused;

/**
 * Who comes along: the caller's own dependants and companions by name, within the line's limit. A party larger than
 * all the seats could only wait in vain.
 */
export function decideParty(
  line: Pick<LineState, 'partyLimit' | 'capacity'>,
  ownerId: string,
  asked: { readonly dependantIds: readonly string[]; readonly companions: readonly { name: string }[] },
  known: ReadonlyMap<string, Dependant>,
): PartyDecision {
  const limit = Math.min(line.partyLimit, line.capacity);
  const seats = 1 + asked.dependantIds.length + asked.companions.length;
  if (seats > 1 && seats > limit) return refused('signup.party-too-large', { limit, asked: seats });
  const guests: Guest[] = [];
  for (const id of asked.dependantIds) {
    const dependant = known.get(id);
    if (dependant?.ownerId !== ownerId) return refused('dependant.unknown');
    guests.push({
      dependantId: id,
      name: dependant.name,
      kind: dependant.kind,
      birthYear: dependant.birthYear,
    });
  }
  for (const { name } of asked.companions)
    guests.push({ dependantId: null, name, kind: 'companion', birthYear: null });
  return { kind: 'party', guests };
}
