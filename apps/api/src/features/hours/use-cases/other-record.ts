import type { Computation } from '@xiaolin/shared-types/hours/schema';
import type { OtherRecord } from '../rules/counted-elsewhere.js';
import { readFacts } from '../rules/service-facts.js';
import type { CountedRow } from '../store/hour-record.store.js';

/** What a stored record counts, as the rules take it. */
export function otherRecord(row: CountedRow): OtherRecord {
  const { countedFrom, countedTo } = JSON.parse(row.computation) as Computation;
  return {
    from: countedFrom,
    to: countedTo,
    minutes: row.minutes,
    shiftStartsAt: row.shift_starts_at,
    shiftEndsAt: row.shift_ends_at,
    title: readFacts(row.facts).title,
  };
}
