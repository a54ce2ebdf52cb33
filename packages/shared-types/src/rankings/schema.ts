import * as v from 'valibot';

export const RANKING_PERIODS = ['month', 'year'] as const;
export type RankingPeriod = (typeof RANKING_PERIODS)[number];

/** How somebody wants to be named: only the first character, or as their name stands. */
export const SHOWN_NAMES = ['masked', 'full'] as const;
export type ShownName = (typeof SHOWN_NAMES)[number];

/** 志愿服务记录与证明出具办法 art. 16: nothing is published without consent; null where there is none. */
export const RankingConsentView = v.object({
  consent: v.nullable(v.object({ shownName: v.picklist(SHOWN_NAMES), givenAt: v.string() })),
});

export const GiveRankingConsent = v.object({ shownName: v.picklist(SHOWN_NAMES) });

export const RankingView = v.object({
  /**
   * `no-campus`: the caller is no verified student. `too-few`: fewer than `least` took part, so that nobody can be
   * told from the few.
   */
  state: v.picklist(['no-campus', 'too-few', 'shown']),
  universityName: v.nullable(v.string()),
  schoolName: v.nullable(v.string()),
  period: v.picklist(RANKING_PERIODS),
  /** District days, both included. */
  from: v.string(),
  to: v.string(),
  least: v.number(),
  /** Students of the school with confirmed minutes who did not agree to be shown. */
  notShown: v.number(),
  items: v.array(
    v.object({
      /** Equal minutes share a rank, and the next one is left out. */
      rank: v.number(),
      name: v.string(),
      minutes: v.number(),
      me: v.boolean(),
    }),
  ),
});
export type RankingView = v.InferOutput<typeof RankingView>;
