import { EVERYONE } from './audience.js';
import type { LineTerms } from './schema.js';

/** What holds for an occurrence whose organiser has not said otherwise. */
export const DEFAULT_TERMS: LineTerms = {
  mode: 'first-come',
  partyLimit: 5,
  offerCutoffMinutes: 120,
  audience: EVERYONE,
  questions: [],
  answersKeepDays: 30,
};
