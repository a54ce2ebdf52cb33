import type { OrganizationSettings } from '@xiaolin/shared-types/organizations/schema';
import { insertMissing } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

interface SettingRow {
  readonly restricts: number;
  readonly restrict_no_shows: number;
  readonly restrict_within_days: number;
  readonly restrict_for_days: number;
}

export class SettingStore {
  constructor(private readonly tx: Tx) {}

  async find(organizationId: string): Promise<OrganizationSettings | undefined> {
    const [row] = await this.tx.query<SettingRow>(
      `SELECT restricts, restrict_no_shows, restrict_within_days, restrict_for_days
         FROM organization_setting WHERE organization_id = ?`,
      [organizationId],
    );
    if (row === undefined) return undefined;
    return {
      restriction: {
        on: row.restricts === 1,
        noShows: row.restrict_no_shows,
        withinDays: row.restrict_within_days,
        forDays: row.restrict_for_days,
      },
    };
  }

  /** The caller holds the organization's row. */
  async save(
    organizationId: string,
    { restriction }: OrganizationSettings,
    by: { readonly personId: string; readonly at: string },
  ): Promise<void> {
    const columns = {
      restricts: restriction.on,
      restrict_no_shows: restriction.noShows,
      restrict_within_days: restriction.withinDays,
      restrict_for_days: restriction.forDays,
      changed_by: by.personId,
      changed_at: by.at,
    };
    const row = { organization_id: organizationId, ...columns };
    await insertMissing(this.tx, 'organization_setting', ['organization_id'], [row]);
    const values = Object.values(columns).map((value) =>
      typeof value === 'boolean' ? Number(value) : value,
    );
    await this.tx.query(
      `UPDATE organization_setting SET ${Object.keys(columns)
        .map((column) => `${column} = ?`)
        .join(', ')} WHERE organization_id = ?`,
      [...values, organizationId],
    );
  }
}
