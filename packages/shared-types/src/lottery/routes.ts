import * as v from 'valibot';
import { anyone } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { DrawPage, DrawView } from './schema.js';

export const lotteryRoutes = {
  show: defineRoute({
    method: 'GET',
    path: '/occurrences/:occurrenceId/draw',
    summary: 'A lottery: the commitment to its seed, how many have entered, and once drawn the seed itself.',
    access: anyone,
    params: v.object({ occurrenceId: Id }),
    response: DrawView,
    problems: ['occurrence.unknown', 'draw.unknown'],
    cacheSeconds: 1,
  }),
  page: defineRoute({
    method: 'GET',
    path: '/occurrences/:occurrenceId/draw/pages/:page',
    summary: 'The drawn list by entry numbers, in the drawn order, 1,000 a page from 1; what a replay needs.',
    access: anyone,
    params: v.object({
      occurrenceId: Id,
      page: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/, 'a page from 1'), v.transform(Number)),
    }),
    response: DrawPage,
    problems: ['occurrence.unknown', 'draw.unknown', 'draw.not-drawn'],
    cacheSeconds: 60,
  }),
};
