import type { CorrectionFacts } from '../rules/decide-correction.js';
import type { CorrectionRow } from '../store/correction.store.js';

export const factsOf = (row: CorrectionRow): CorrectionFacts => ({
  status: row.status,
  personId: row.person_id,
  repliedBy: row.replied_by,
  dueOn: row.due_on,
});
