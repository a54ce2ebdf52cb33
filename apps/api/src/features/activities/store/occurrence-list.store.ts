import type { Cover } from '@xiaolin/shared-types/activities/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { LINE_COLUMNS, type LineColumns } from '../../signups/index.js';
import { LIKE_ESCAPE, patternOf } from '../rules/fold-text.js';

/** Which occurrences of published activities are asked for. Moments are ISO 8601. */
export interface OccurrenceFilter {
  readonly now: string;
  /** Starts at this moment or later. */
  readonly from: string;
  /** Starts before this moment. */
  readonly before: string | null;
  readonly categoryId: string | null;
  readonly organizationIds: readonly string[] | null;
  readonly hasSeats: boolean;
  /** Folded words that must all be found. */
  readonly words: readonly string[];
}

export interface OccurrenceCardRow extends LineColumns {
  readonly id: string;
  readonly activity_id: string;
  readonly title: string;
  readonly category_id: string;
  readonly category_name: string;
  readonly category_cover: Cover;
  readonly cover: Cover | null;
  readonly place_name: string;
  readonly place_detail: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly course_id: string | null;
  /** How many dates its course has; null where there is none. */
  readonly course_dates: number | null;
}

export class OccurrenceListStore {
  constructor(private readonly tx: Tx) {}

  /** By start, then id; at most `limit` rows after the position (starts_at, id). */
  page(
    filter: OccurrenceFilter,
    limit: number,
    after: readonly (string | number)[] | null,
  ): Promise<OccurrenceCardRow[]> {
    const { where, values } = conditions(filter);
    if (after !== null) {
      const [startsAt = '', id = ''] = after;
      // The first comparison lets the index begin there; the second drops what was on the page before.
      where.push('line.starts_at >= ? AND (line.starts_at > ? OR line.id > ?)');
      values.push(startsAt, startsAt, id);
    }
    // The page is cut before names are joined: with the small tables in the same join MariaDB puts them into a join
    // buffer, loses the order of the index and sorts every line there is.
    return this.tx.query<OccurrenceCardRow>(
      `SELECT line.id, line.activity_id, a.title, a.category_id, c.name AS category_name, c.cover AS category_cover,
              a.cover, a.place_name, a.place_detail, a.latitude, a.longitude,
              a.organization_id, o.name AS organization_name, line.course_id,
              CASE WHEN line.course_id IS NULL THEN NULL ELSE
                (SELECT COUNT(*) FROM line d WHERE d.activity_id = line.activity_id AND d.course_id IS NOT NULL
                    AND d.called_off = 0) END AS course_dates,
              ${LINE_COLUMNS}
         FROM (SELECT line.id
                 FROM line JOIN activity a ON a.id = line.activity_id
                WHERE ${where.join(' AND ')}
                ORDER BY line.starts_at, line.id LIMIT ${limit}) page
         JOIN line ON line.id = page.id
         JOIN activity a ON a.id = line.activity_id
         JOIN category c ON c.id = a.category_id
         JOIN organization o ON o.id = a.organization_id
        ORDER BY line.starts_at, line.id`,
      values,
    );
  }

  /** Occurrences by the UTC hour of their start, e.g. `2026-11-28T06`. */
  countByHour(filter: OccurrenceFilter): Promise<{ hour: string; occurrences: number }[]> {
    const { where, values } = conditions(filter);
    return this.tx.query(
      `SELECT SUBSTR(line.starts_at, 1, 13) AS hour, COUNT(*) AS occurrences
         FROM line JOIN activity a ON a.id = line.activity_id
        WHERE ${where.join(' AND ')}
        GROUP BY SUBSTR(line.starts_at, 1, 13)`,
      values,
    );
  }
}

function conditions(filter: OccurrenceFilter): { where: string[]; values: (string | number)[] } {
  const where = [
    `line.kind = 'occurrence' AND line.published = 1 AND line.called_off = 0`,
    `line.starts_at >= ? AND line.ends_at > ? AND a.status = 'published'`,
  ];
  const values: (string | number)[] = [filter.from, filter.now];
  const and = (sql: string, ...given: readonly string[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (filter.before !== null) and('line.starts_at < ?', filter.before);
  // As `phaseOf` of the contract says "open"; a spec compares the two.
  if (filter.hasSeats)
    and(
      // What phaseOf calls open; the brackets belong together: applying needs no free seat.
      `(line.mode <> 'first-come' OR (line.taken < line.capacity AND line.waiting = 0))
        AND line.opens_at <= ? AND line.closes_at > ?`,
      filter.now,
      filter.now,
    );
  if (filter.categoryId !== null) and('a.category_id = ?', filter.categoryId);
  if (filter.organizationIds !== null)
    and(`line.organization_id IN (${marks(filter.organizationIds)})`, ...filter.organizationIds);
  for (const word of filter.words) and(`a.search_text LIKE ? ESCAPE '${LIKE_ESCAPE}'`, patternOf(word));
  return { where, values };
}
