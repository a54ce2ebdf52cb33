import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { PENDING } from '../../hours/index.js';
import { ORGANISERS } from '../../organizations/index.js';
import type { NoticeKind } from '../rules/notices.js';

export interface DueRow {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly above_id: string | null;
  readonly person_id: string;
  readonly due_on: string;
}

const WAITING = `h.is_current = 1 AND h.status IN (${marks(PENDING)})`;

const SELECT = `SELECT h.id, h.recording_unit_id AS unit_id, unit.name AS unit_name, unit.parent_id AS above_id,
    h.person_id, h.due_on
  FROM hour_record h JOIN organization unit ON unit.id = h.recording_unit_id`;

/** Reads of hour records by due day, and the notices of them. */
export class DueStore {
  constructor(private readonly tx: Tx) {}

  /** Pending records of these units that are due by a district day, that day included. */
  pendingUntil(unitIds: readonly string[], day: string): Promise<DueRow[]> {
    return this.tx.query<DueRow>(
      `${SELECT} WHERE ${WAITING} AND h.recording_unit_id IN (${marks(unitIds)}) AND h.due_on <= ?
        ORDER BY h.due_on, h.id`,
      [...PENDING, ...unitIds, day],
    );
  }

  /** Pending records due by that day of which nobody was told in this way yet, oldest first. */
  untold(kind: NoticeKind, day: string, most: number): Promise<DueRow[]> {
    return this.tx.query<DueRow>(
      `${SELECT} LEFT JOIN hour_notice notice ON notice.record_id = h.id AND notice.kind = ?
        WHERE ${WAITING} AND h.due_on <= ? AND notice.record_id IS NULL
        ORDER BY h.due_on, h.id LIMIT ${most}`,
      [kind, ...PENDING, day],
    );
  }

  /**
   * Locks an organization, so that of two processes with the same notice one waits and finds it sent.
   */
  async lock(organizationId: string): Promise<void> {
    await this.tx.query(`SELECT id FROM organization WHERE id = ?${this.tx.forUpdate}`, [organizationId]);
  }

  async wasTold(organizationId: string, kind: NoticeKind, day: string): Promise<boolean> {
    const rows = await this.tx.query(
      'SELECT 1 FROM hour_notice WHERE told_id = ? AND kind = ? AND on_day = ? LIMIT 1',
      [organizationId, kind, day],
    );
    return rows.length > 0;
  }

  /** Of these records, those that still wait and of which nobody was told in this way. */
  async stillUntold(kind: NoticeKind, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT h.id FROM hour_record h
         LEFT JOIN hour_notice notice ON notice.record_id = h.id AND notice.kind = ?
        WHERE ${WAITING} AND h.id IN (${marks(ids)}) AND notice.record_id IS NULL`,
      [kind, ...PENDING, ...ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  keep(
    ids: readonly string[],
    notice: { readonly kind: NoticeKind; readonly toldId: string; readonly day: string },
  ): Promise<void> {
    return insertRows(
      this.tx,
      'hour_notice',
      ids.map((id) => ({ record_id: id, kind: notice.kind, told_id: notice.toldId, on_day: notice.day })),
    );
  }

  /** Who runs activities at this organization itself, at this moment (ISO 8601). */
  async staffOf(organizationId: string, at: string): Promise<readonly string[]> {
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT DISTINCT person_id FROM membership
        WHERE organization_id = ? AND role IN (${marks(ORGANISERS)}) AND starts_at <= ?
          AND (ends_at IS NULL OR ends_at > ?)
        ORDER BY person_id`,
      [organizationId, ...ORGANISERS, at, at],
    );
    return rows.map(({ person_id }) => person_id);
  }
}
