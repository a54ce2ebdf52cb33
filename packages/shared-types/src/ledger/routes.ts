import * as v from 'valibot';
import { anyone } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { pageQuery } from '../contract/paging.js';
import { defineRoute } from '../contract/route.js';
import { LedgerHeads } from './schema.js';

export const ledgerRoutes = {
  heads: defineRoute({
    method: 'GET',
    path: '/ledgers/:unitId/heads',
    summary:
      "The signed heads of a recording unit's ledger, latest day first: whoever keeps one can hold us to it.",
    access: anyone,
    params: v.object({ unitId: Id }),
    query: v.object(pageQuery),
    response: LedgerHeads,
    problems: ['organization.unknown'],
  }),
};
