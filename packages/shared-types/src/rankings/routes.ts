import * as v from 'valibot';
import { person } from '../contract/access.js';
import { Done } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { GiveRankingConsent, RANKING_PERIODS, RankingConsentView, RankingView } from './schema.js';

export const rankingRoutes = {
  show: defineRoute({
    method: 'GET',
    path: '/me/ranking',
    summary: "The students of the caller's school who agreed to be shown, by confirmed minutes.",
    access: person,
    query: v.object({ period: v.picklist(RANKING_PERIODS) }),
    response: RankingView,
  }),
  consent: defineRoute({
    method: 'GET',
    path: '/me/ranking/consent',
    summary: 'Whether the caller agreed to be shown in the ranking, and since when.',
    access: person,
    response: RankingConsentView,
  }),
  giveConsent: defineRoute({
    method: 'PUT',
    path: '/me/ranking/consent',
    summary: 'Agrees to be shown in the ranking of the own school (art. 16).',
    access: person,
    body: GiveRankingConsent,
    response: RankingConsentView,
    problems: ['ranking.students-only'],
  }),
  withdrawConsent: defineRoute({
    method: 'DELETE',
    path: '/me/ranking/consent',
    summary: 'Takes the consent back; the next look at the ranking is without the caller.',
    access: person,
    response: Done,
  }),
};
