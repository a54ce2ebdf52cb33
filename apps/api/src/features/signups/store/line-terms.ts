import type { LineTerms, SomeTerms } from '@xiaolin/shared-types/signups/schema';
import type { LineRow } from './line.store.js';

type Columns = Readonly<Record<string, string | number | null>>;

/** The terms as columns of the line; only those that are named. */
export const termColumns = (terms: SomeTerms): Columns => ({
  ...(terms.mode !== undefined && { mode: terms.mode }),
  ...(terms.partyLimit !== undefined && { party_limit: terms.partyLimit }),
  ...(terms.offerCutoffMinutes !== undefined && { offer_cutoff_minutes: terms.offerCutoffMinutes }),
});

/** The terms of a line as the contract shows them; every field by name. */
export const presentTerms = (row: LineRow): LineTerms => ({
  mode: row.mode,
  partyLimit: row.party_limit,
  offerCutoffMinutes: row.offer_cutoff_minutes,
});
