import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import { insertRows, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** What a role needs to know about its activity. */
export interface RoleActivityRow {
  readonly id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly status: ActivityStatus;
  readonly last_ends_at: string | null;
}

export interface RoleRow {
  readonly id: string;
  readonly activity_id: string;
  readonly name: string;
  readonly description: string;
  readonly counts: number;
  readonly not_counted_reason: string | null;
  /** JSON of the contract's RoleRequirements; null: nothing is asked. */
  readonly requirements: string | null;
  readonly swaps: number;
}

export interface NewShiftRow {
  readonly id: string;
  readonly service_role_id: string;
  readonly activity_id: string;
  readonly break_minutes: number;
  readonly meeting_point: string | null;
}

const COLUMNS = 'id, activity_id, name, description, counts, not_counted_reason, requirements, swaps';

export class RoleStore {
  constructor(private readonly tx: Tx) {}

  async activity(activityId: string): Promise<RoleActivityRow | undefined> {
    const [row] = await this.tx.query<RoleActivityRow>(
      `SELECT a.id, a.organization_id, a.title, a.status,
              (SELECT MAX(line.ends_at) FROM line WHERE line.activity_id = a.id) AS last_ends_at
         FROM activity a WHERE a.id = ?`,
      [activityId],
    );
    return row;
  }

  /** The same, locked: publishing or calling off waits, so that a new shift is not left behind by it. */
  async lockActivity(activityId: string): Promise<RoleActivityRow | undefined> {
    await this.tx.query(`SELECT id FROM activity WHERE id = ?${this.tx.forUpdate}`, [activityId]);
    return this.activity(activityId);
  }

  ofActivity(activityId: string): Promise<RoleRow[]> {
    return this.tx.query<RoleRow>(
      `SELECT ${COLUMNS} FROM service_role WHERE activity_id = ? AND removed_at IS NULL ORDER BY created_at, id`,
      [activityId],
    );
  }

  async find(roleId: string): Promise<RoleRow | undefined> {
    const [row] = await this.tx.query<RoleRow>(
      `SELECT ${COLUMNS} FROM service_role WHERE id = ? AND removed_at IS NULL`,
      [roleId],
    );
    return row;
  }

  insert(
    role: Omit<RoleRow, 'counts' | 'swaps'> & { readonly counts: boolean; readonly swaps: boolean },
    at: string,
  ): Promise<void> {
    return insertRows(this.tx, 'service_role', [{ ...role, created_at: at }]);
  }

  insertShifts(shifts: readonly NewShiftRow[]): Promise<void> {
    return insertRows(
      this.tx,
      'shift',
      shifts.map((shift) => ({ ...shift })),
    );
  }

  update(
    roleId: string,
    set: Partial<Record<keyof RoleRow | 'removed_at', string | number | boolean | null>>,
  ): Promise<void> {
    return updateRow(
      this.tx,
      'service_role',
      roleId,
      set as Record<string, string | number | boolean | null>,
    );
  }

  updateShift(shiftId: string, set: Pick<NewShiftRow, 'break_minutes' | 'meeting_point'>): Promise<void> {
    return updateRow(this.tx, 'shift', shiftId, {
      break_minutes: set.break_minutes,
      meeting_point: set.meeting_point,
    });
  }

  /** Which role and activity a shift belongs to. */
  async placeOfShift(shiftId: string): Promise<NewShiftRow | undefined> {
    const [row] = await this.tx.query<NewShiftRow>(
      'SELECT id, service_role_id, activity_id, break_minutes, meeting_point FROM shift WHERE id = ?',
      [shiftId],
    );
    return row;
  }

  async hasShifts(roleId: string): Promise<boolean> {
    const rows = await this.tx.query('SELECT id FROM shift WHERE service_role_id = ? LIMIT 1', [roleId]);
    return rows.length > 0;
  }

  async removeShift(shiftId: string): Promise<void> {
    await this.tx.query('DELETE FROM shift WHERE id = ?', [shiftId]);
  }

  async remove(roleId: string): Promise<void> {
    await this.tx.query('DELETE FROM service_role WHERE id = ?', [roleId]);
  }
}
