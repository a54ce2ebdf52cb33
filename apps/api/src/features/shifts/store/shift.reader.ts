import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

/** A shift with its line, its role and its activity. */
export interface ShiftRow {
  readonly id: string;
  readonly service_role_id: string;
  readonly activity_id: string;
  readonly break_minutes: number;
  readonly meeting_point: string | null;
  readonly role_name: string;
  readonly role_description: string;
  readonly counts: number;
  readonly not_counted_reason: string | null;
  readonly requirements: string | null;
  readonly swaps: number;
  readonly activity_title: string;
  readonly place_name: string;
  readonly place_detail: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly risk_text: string;
  readonly hazardous: number;
  readonly insurance_text: string;
  readonly responsible_name: string;
  readonly responsible_phone: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly waitlist_limit: number;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly called_off: number;
  readonly mode: 'first-come' | 'approval';
}

export interface ShiftFilter {
  /** First moment at which a shift may start, left out. */
  readonly after: string;
  /** The moment before which it starts. */
  readonly before: string | null;
  readonly organizationIds: readonly string[] | null;
  readonly activityId: string | null;
}

const SELECT = (lineColumns: string): string => `SELECT shift.id, shift.service_role_id, shift.activity_id,
    shift.break_minutes, shift.meeting_point,
    r.name AS role_name, r.description AS role_description, r.counts, r.not_counted_reason, r.requirements, r.swaps,
    a.title AS activity_title, a.place_name, a.place_detail, a.latitude, a.longitude, a.risk_text, a.hazardous,
    a.insurance_text, a.responsible_name, a.responsible_phone, a.organization_id, o.name AS organization_name,
    ${lineColumns}
  FROM line
  JOIN shift ON shift.id = line.id
  JOIN service_role r ON r.id = shift.service_role_id
  JOIN activity a ON a.id = shift.activity_id
  JOIN organization o ON o.id = a.organization_id`;

/** Reads of shifts; seats and clock stand in their lines. */
export class ShiftReader {
  readonly #select: string;

  /** @param lineColumns from the door of signups, whose table the line is */
  constructor(
    private readonly tx: Tx,
    lineColumns: string,
  ) {
    this.#select = SELECT(lineColumns);
  }

  /** Shifts that are open to everybody's eyes, by start. */
  list(filter: ShiftFilter, page: PageRequest): Promise<ShiftRow[]> {
    const where = [
      `line.kind = 'shift'`,
      'line.published = 1',
      'line.called_off = 0',
      `a.status = 'published'`,
      'line.starts_at > ?',
    ];
    const values: (string | number)[] = [filter.after];
    const also = (condition: string, ...given: readonly (string | number)[]) => {
      where.push(condition);
      values.push(...given);
    };
    if (filter.before !== null) also('line.starts_at < ?', filter.before);
    if (filter.organizationIds !== null)
      also(`line.organization_id IN (${marks(filter.organizationIds)})`, ...filter.organizationIds);
    if (filter.activityId !== null) also('line.activity_id = ?', filter.activityId);
    if (page.after !== null) also('(line.starts_at, line.id) > (?, ?)', ...page.after);
    return this.tx.query<ShiftRow>(
      `${this.#select} WHERE ${where.join(' AND ')} ORDER BY line.starts_at, line.id LIMIT ${page.limit + 1}`,
      values,
    );
  }

  /** A shift that was published, whatever became of it. */
  async findPublished(shiftId: string): Promise<ShiftRow | undefined> {
    const [row] = await this.tx.query<ShiftRow>(`${this.#select} WHERE line.id = ? AND line.published = 1`, [
      shiftId,
    ]);
    return row;
  }

  ofActivity(activityId: string): Promise<ShiftRow[]> {
    return this.tx.query<ShiftRow>(
      `${this.#select} WHERE line.activity_id = ? ORDER BY line.starts_at, line.id`,
      [activityId],
    );
  }

  ofRole(roleId: string): Promise<ShiftRow[]> {
    return this.tx.query<ShiftRow>(
      `${this.#select} WHERE shift.service_role_id = ? ORDER BY line.starts_at, line.id`,
      [roleId],
    );
  }
}
