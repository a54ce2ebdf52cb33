import type { RoleRequirements } from '@xiaolin/shared-types/shifts/requirements';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** What the role of a shift says about those who want a place in it. */
export interface ShiftTerms {
  readonly requirements: RoleRequirements | null;
  readonly swaps: boolean;
  readonly organizationPath: string;
  readonly breakMinutes: number;
}

export interface PlannedRow {
  readonly person_id: string;
  readonly line_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly break_minutes: number;
}

/** Reads about shifts, which the lines of this feature do not hold themselves. */
export class ShiftTermsStore {
  constructor(private readonly tx: Tx) {}

  async of(shiftId: string): Promise<ShiftTerms | undefined> {
    const [row] = await this.tx.query<{
      requirements: string | null;
      swaps: number;
      organization_path: string | null;
      break_minutes: number;
    }>(
      `SELECT r.requirements, r.swaps, o.path AS organization_path, shift.break_minutes
         FROM shift
         JOIN line ON line.id = shift.id
         JOIN service_role r ON r.id = shift.service_role_id
         LEFT JOIN organization o ON o.id = line.organization_id
        WHERE shift.id = ?`,
      [shiftId],
    );
    return (
      row && {
        requirements: row.requirements === null ? null : (JSON.parse(row.requirements) as RoleRequirements),
        swaps: row.swaps === 1,
        organizationPath: row.organization_path ?? '',
        breakMinutes: row.break_minutes,
      }
    );
  }

  /** Confirmed shifts of these people that start within a stretch of time. */
  async planned(personIds: readonly string[], from: string, before: string): Promise<PlannedRow[]> {
    if (personIds.length === 0) return [];
    return this.tx.query<PlannedRow>(
      `SELECT s.person_id, s.line_id, line.starts_at, line.ends_at, shift.break_minutes
         FROM signup s JOIN line ON line.id = s.line_id JOIN shift ON shift.id = line.id
        WHERE s.person_id IN (${marks(personIds)}) AND s.status IN ('confirmed', 'attended')
          AND line.called_off = 0 AND line.starts_at >= ? AND line.starts_at < ?`,
      [...personIds, from, before],
    );
  }

  async isCheckedIn(shiftId: string, personId: string): Promise<boolean> {
    const rows = await this.tx.query('SELECT id FROM attendance WHERE shift_id = ? AND person_id = ?', [
      shiftId,
      personId,
    ]);
    return rows.length > 0;
  }
}
