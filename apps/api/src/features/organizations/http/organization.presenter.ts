import type { OrganizationSettings, OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import type { OrganizationRow } from '../store/organization.store.js';

export const presentOrganization = (row: OrganizationRow): OrganizationView => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  phone: row.phone,
  illustrative: row.illustrative === 1,
});

export const presentSettings = ({ restriction }: OrganizationSettings): OrganizationSettings => ({
  restriction: {
    on: restriction.on,
    noShows: restriction.noShows,
    withinDays: restriction.withinDays,
    forDays: restriction.forDays,
  },
});
