import { addDistrictDays } from '@xiaolin/shared-types/contract/district-time';
import type { RankingPeriod, ShownName } from '@xiaolin/shared-types/rankings/schema';

/** With fewer people than this, minutes tell who somebody is even behind a mask. */
export const LEAST_IN_RANKING = 5;

/** Of a ranking that is shown whole; whoever looks is added if they come later. */
export const MOST_SHOWN = 100;

/** A verified student with confirmed minutes in the period. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly minutes: number;
  /** Null without consent (办法 art. 16). */
  readonly shownName: ShownName | null;
}

export interface Placed {
  readonly personId: string;
  readonly rank: number;
  readonly name: string;
  readonly minutes: number;
}

export interface Ranking {
  readonly state: 'too-few' | 'shown';
  readonly notShown: number;
  readonly items: readonly Placed[];
}

/** Only who agreed is placed; the rest are a number. Fewer than {@link LEAST_IN_RANKING} are not shown at all. */
export function rank(candidates: readonly Candidate[], viewerId: string): Ranking {
  const served = candidates.filter(({ minutes }) => minutes > 0);
  const agreed = served
    .filter((each): each is Candidate & { shownName: ShownName } => each.shownName !== null)
    .sort((a, b) => b.minutes - a.minutes || (a.personId < b.personId ? -1 : 1));
  if (agreed.length < LEAST_IN_RANKING) return { state: 'too-few', notShown: 0, items: [] };
  const placed = agreed.map(({ personId, name, minutes, shownName }) => ({
    personId,
    // Equal minutes, equal rank: how many are strictly ahead.
    rank: agreed.findIndex((each) => each.minutes === minutes) + 1,
    name: shownName === 'full' ? name : maskedName(name),
    minutes,
  }));
  return {
    state: 'shown',
    notShown: served.length - agreed.length,
    items: placed.filter(({ personId }, at) => at < MOST_SHOWN || personId === viewerId),
  };
}

/** The first character and two stars, whatever follows: 杨思远 is 杨＊＊. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}＊＊`;

/** The district days that a period reaches from and to, today included. */
export function daysOf(period: RankingPeriod, today: string): { readonly from: string; readonly to: string } {
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  const from = `${today.slice(0, 7)}-01`;
  const next = addDistrictDays(from, 31).slice(0, 7);
  return { from, to: addDistrictDays(`${next}-01`, -1) };
}
