import type { ActivityStatus, Cover } from '@xiaolin/shared-types/activities/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { LINE_COLUMNS, type LineColumns } from '../../signups/index.js';

export interface StaffActivityRow {
  readonly id: string;
  readonly title: string;
  readonly status: ActivityStatus;
  readonly cover: Cover | null;
  readonly category_cover: Cover;
  readonly organization_name: string;
  readonly updated_at: string;
  /** End of the last occurrence or shift. */
  readonly last_ends_at: string | null;
}

export interface NextOccurrenceRow extends LineColumns {
  readonly id: string;
  readonly activity_id: string;
}

export interface StaffFilter {
  readonly organizationIds: readonly string[];
  readonly status: ActivityStatus | null;
  readonly now: string;
}

const LAST_END = '(SELECT MAX(line.ends_at) FROM line WHERE line.activity_id = a.id)';

export class StaffListStore {
  constructor(private readonly tx: Tx) {}

  /** Last changed first. */
  page(
    filter: StaffFilter,
    limit: number,
    after: readonly (string | number)[] | null,
  ): Promise<StaffActivityRow[]> {
    const where = [`a.organization_id IN (${marks(filter.organizationIds)})`];
    const values: (string | number)[] = [...filter.organizationIds];
    if (filter.status !== null) {
      const { sql, given } = inState(filter.status, filter.now);
      where.push(sql);
      values.push(...given);
    }
    if (after !== null) {
      const [updatedAt = '', id = ''] = after;
      where.push('a.updated_at <= ? AND (a.updated_at < ? OR a.id < ?)');
      values.push(updatedAt, updatedAt, id);
    }
    return this.tx.query<StaffActivityRow>(
      `SELECT a.id, a.title, a.status, a.cover, c.cover AS category_cover, o.name AS organization_name,
              a.updated_at, ${LAST_END} AS last_ends_at
         FROM activity a
         JOIN category c ON c.id = a.category_id
         JOIN organization o ON o.id = a.organization_id
        WHERE ${where.join(' AND ')}
        ORDER BY a.updated_at DESC, a.id DESC LIMIT ${limit}`,
      values,
    );
  }

  countOccurrences(activityIds: readonly string[]): Promise<{ activity_id: string; occurrences: number }[]> {
    return this.tx.query(
      `SELECT activity_id, COUNT(*) AS occurrences FROM line
        WHERE activity_id IN (${marks(activityIds)}) AND kind = 'occurrence' GROUP BY activity_id`,
      activityIds,
    );
  }

  /** For each activity the first occurrence that is not over. */
  nextOccurrences(activityIds: readonly string[], now: string): Promise<NextOccurrenceRow[]> {
    return this.tx.query<NextOccurrenceRow>(
      `SELECT line.id, line.activity_id, ${LINE_COLUMNS}
         FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY activity_id ORDER BY starts_at, id) AS place
                 FROM line
                WHERE activity_id IN (${marks(activityIds)}) AND kind = 'occurrence' AND ends_at > ?) coming
         JOIN line ON line.id = coming.id
        WHERE coming.place = 1`,
      [...activityIds, now],
    );
  }
}

/** The state as `standingOf` derives it: a published activity has ended once all of its lines are over. */
function inState(status: ActivityStatus, now: string): { sql: string; given: readonly string[] } {
  if (status === 'published')
    return { sql: `a.status = 'published' AND (${LAST_END} IS NULL OR ${LAST_END} > ?)`, given: [now] };
  if (status === 'ended')
    return { sql: `(a.status = 'ended' OR (a.status = 'published' AND ${LAST_END} <= ?))`, given: [now] };
  return { sql: 'a.status = ?', given: [status] };
}
