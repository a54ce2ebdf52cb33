import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { LINE_COLUMNS, type LineColumns } from '../../signups/index.js';

export interface TodayRow extends LineColumns {
  readonly id: string;
  readonly activity_id: string;
  readonly title: string;
  readonly place_name: string;
  readonly organization_name: string;
}

export interface TodayShiftRow {
  readonly id: string;
  readonly activity_id: string;
  readonly role_name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly taken: number;
  readonly capacity: number;
}

export interface PendingHoursRow {
  readonly records: number;
  readonly flagged: number | null;
  readonly overdue: number | null;
  readonly soonest_due_on: string | null;
}

export interface WaitingRow {
  readonly waiting: number;
  readonly soonest_due_on: string | null;
}

export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly updated_at: string;
}

/** From (included) to (not included); ISO 8601. */
export interface Window {
  readonly from: string;
  readonly before: string;
}

const IN_WINDOW = 'line.published = 1 AND line.called_off = 0 AND line.starts_at < ? AND line.ends_at > ?';

/** Reads across features, for one page; nothing is written here. */
export class WorkbenchStore {
  constructor(
    private readonly tx: Tx,
    private readonly organizationIds: readonly string[],
  ) {}

  occurrences({ from, before }: Window): Promise<TodayRow[]> {
    return this.tx.query<TodayRow>(
      `SELECT line.id, line.activity_id, a.title, a.place_name, o.name AS organization_name, ${LINE_COLUMNS}
         FROM line
         JOIN activity a ON a.id = line.activity_id
         JOIN organization o ON o.id = line.organization_id
        WHERE line.organization_id IN (${marks(this.organizationIds)}) AND line.kind = 'occurrence' AND ${IN_WINDOW}
        ORDER BY line.starts_at, line.id`,
      [...this.organizationIds, before, from],
    );
  }

  shifts({ from, before }: Window): Promise<TodayShiftRow[]> {
    return this.tx.query<TodayShiftRow>(
      `SELECT line.id, line.activity_id, r.name AS role_name, line.starts_at, line.ends_at, line.taken, line.capacity
         FROM line
         JOIN shift s ON s.id = line.id
         JOIN service_role r ON r.id = s.service_role_id
        WHERE line.organization_id IN (${marks(this.organizationIds)}) AND line.kind = 'shift' AND ${IN_WINDOW}
        ORDER BY line.starts_at, line.id`,
      [...this.organizationIds, before, from],
    );
  }

  /** @param today a district day; what was due before it is overdue */
  async pendingHours(today: string): Promise<PendingHoursRow> {
    const [row] = await this.tx.query<PendingHoursRow>(
      `SELECT COUNT(*) AS records, SUM(CASE WHEN flag_count > 0 THEN 1 ELSE 0 END) AS flagged,
              SUM(CASE WHEN due_on < ? THEN 1 ELSE 0 END) AS overdue, MIN(due_on) AS soonest_due_on
         FROM hour_record
        WHERE recording_unit_id IN (${marks(this.organizationIds)}) AND status = 'pending' AND is_current = 1`,
      [today, ...this.organizationIds],
    );
    return row ?? { records: 0, flagged: 0, overdue: 0, soonest_due_on: null };
  }

  /** Corrections that wait for a unit in scope; never the actor's own, nor what they decided below. */
  corrections(actorId: string): Promise<WaitingRow> {
    return this.#waiting(
      `correction WHERE deciding_unit_id IN (${marks(this.organizationIds)}) AND status IN ('open', 'escalated')
        AND person_id <> ? AND (replied_by IS NULL OR replied_by <> ?)`,
      actorId,
    );
  }

  /** Entries made by hand that wait for a unit in scope; never of the actor's own hand, nor about them. */
  entries(actorId: string): Promise<WaitingRow> {
    return this.#waiting(
      `manual_entry WHERE deciding_unit_id IN (${marks(this.organizationIds)}) AND status = 'waiting'
        AND person_id <> ? AND author_id <> ?`,
      actorId,
    );
  }

  /** Stays without an end, but the actor's own. @param endedBefore the way out of shifts that ended before is closed */
  async waysOut(actorId: string, endedBefore: string): Promise<number> {
    const [row] = await this.tx.query<{ waiting: number }>(
      `SELECT COUNT(*) AS waiting FROM attendance t JOIN line ON line.id = t.shift_id
        WHERE line.organization_id IN (${marks(this.organizationIds)}) AND t.state = 'checked-in'
          AND line.ends_at < ? AND t.person_id <> ?`,
      [...this.organizationIds, endedBefore, actorId],
    );
    return Number(row?.waiting ?? 0);
  }

  /** Qualifications that wait to be verified, but the actor's own. */
  async qualifications(actorId: string): Promise<number> {
    const [row] = await this.tx.query<{ waiting: number }>(
      `SELECT COUNT(*) AS waiting FROM qualification
        WHERE organization_id IN (${marks(this.organizationIds)}) AND state = 'asked' AND person_id <> ?`,
      [...this.organizationIds, actorId],
    );
    return Number(row?.waiting ?? 0);
  }

  async #waiting(from: string, actorId: string): Promise<WaitingRow> {
    const [row] = await this.tx.query<WaitingRow>(
      `SELECT COUNT(*) AS waiting, MIN(due_on) AS soonest_due_on FROM ${from}`,
      [...this.organizationIds, actorId, actorId],
    );
    return row ?? { waiting: 0, soonest_due_on: null };
  }

  /** What waits to be finished, last touched first. */
  drafts(limit: number): Promise<DraftRow[]> {
    return this.tx.query<DraftRow>(
      `SELECT id, title, updated_at FROM activity
        WHERE organization_id IN (${marks(this.organizationIds)}) AND status IN ('draft', 'returned')
        ORDER BY updated_at DESC, id DESC LIMIT ${limit}`,
      this.organizationIds,
    );
  }
}
