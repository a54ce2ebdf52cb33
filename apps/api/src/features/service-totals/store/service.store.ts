import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { insertMissing, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { CONFIRMED, PENDING } from '../../hours/index.js';

export interface ServedRow {
  readonly minutes: number;
  readonly status: HourStatus;
  readonly shift_starts_at: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly category_id: string;
  readonly category_name: string;
}

export class ServiceStore {
  constructor(private readonly tx: Tx) {}

  /** What counts of somebody's records, latest versions only; a person has some hundreds in a lifetime. */
  ofPerson(personId: string): Promise<ServedRow[]> {
    const counted = [...CONFIRMED, ...PENDING];
    return this.tx.query<ServedRow>(
      `SELECT h.minutes, h.status, h.shift_starts_at, unit.id AS unit_id, unit.name AS unit_name,
              category.id AS category_id, category.name AS category_name
         FROM hour_record h
         JOIN activity a ON a.id = h.activity_id
         JOIN category ON category.id = a.category_id
         JOIN organization unit ON unit.id = h.recording_unit_id
        WHERE h.person_id = ? AND h.is_current = 1 AND h.status IN (${marks(counted)})`,
      [personId, ...counted],
    );
  }

  /** The steps that the district has set, in hours. */
  async steps(): Promise<readonly number[] | undefined> {
    const [row] = await this.tx.query<{ steps: string }>(
      `SELECT setting.steps FROM star_setting setting
         JOIN organization o ON o.id = setting.organization_id
        WHERE o.kind = 'district' ORDER BY o.sort, o.id LIMIT 1`,
    );
    return row?.steps.split(',').map(Number);
  }

  async saveSteps(
    organizationId: string,
    steps: readonly number[],
    by: { readonly personId: string; readonly at: string },
  ): Promise<void> {
    const set = { steps: steps.join(','), changed_by: by.personId, changed_at: by.at };
    const row = { organization_id: organizationId, ...set };
    await insertMissing(this.tx, 'star_setting', ['organization_id'], [row]);
    await this.tx.query(
      'UPDATE star_setting SET steps = ?, changed_by = ?, changed_at = ? WHERE organization_id = ?',
      [set.steps, set.changed_by, set.changed_at, organizationId],
    );
  }
}
