import { hoursText } from '@xiaolin/shared-types/hours/wording';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Cell } from '../../../platform/tables/neutral.js';
import type { ServiceFacts } from '../../hours/index.js';
import { hourCells } from '../rules/tables.js';
import { HoursReader, type RecordRow } from '../store/hours.reader.js';

const ROWS = 500;

/** Records of one unit after another, each by time; every shift of a person stands in it once, in its latest version. */
export async function* hourPages(
  uow: UnitOfWork,
  unitIds: readonly string[],
  period: { readonly from: string; readonly to: string },
): AsyncGenerator<Cell[][]> {
  for (const unitId of unitIds) {
    let after: RecordRow | null = null;
    for (;;) {
      const since: RecordRow | null = after;
      const rows: RecordRow[] = await uow.read((tx) =>
        new HoursReader(tx).records(unitId, period, since, ROWS),
      );
      if (rows.length > 0) yield rows.map(cellsOf);
      after = rows.at(-1) ?? null;
      if (rows.length < ROWS) break;
    }
  }
}

function cellsOf(row: RecordRow): Cell[] {
  const facts = row.facts === null ? null : (JSON.parse(row.facts) as ServiceFacts);
  return hourCells({
    unit: row.unit_name,
    name: row.person_name,
    title: facts?.title ?? '',
    role: facts?.roleName ?? '',
    startsAt: row.shift_starts_at,
    endsAt: row.shift_ends_at,
    minutes: row.minutes,
    hours: hoursText(row.minutes),
    status: row.status,
    decidedAt: row.decided_at,
    decider: row.decider_name,
    recordId: row.id,
  });
}
