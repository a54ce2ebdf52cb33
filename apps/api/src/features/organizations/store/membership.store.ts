import type { Role } from '@xiaolin/shared-types/contract/access';
import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface MembershipRow {
  readonly organization_id: string;
  readonly organization_name: string;
  readonly organization_kind: OrganizationKind;
  readonly path: string;
  readonly role: Role;
}

export class MembershipStore {
  constructor(private readonly tx: Tx) {}

  /** Memberships that are current at this moment (ISO 8601). */
  currentOf(personId: string, at: string): Promise<MembershipRow[]> {
    return this.tx.query<MembershipRow>(
      `SELECT m.organization_id, o.name AS organization_name, o.kind AS organization_kind, o.path, m.role
         FROM membership m JOIN organization o ON o.id = m.organization_id
        WHERE m.person_id = ? AND m.starts_at <= ? AND (m.ends_at IS NULL OR m.ends_at > ?)
        ORDER BY LENGTH(o.path), o.sort, m.id`,
      [personId, at, at],
    );
  }

  /** Who holds one of the roles at this organization itself at this moment (ISO 8601). */
  async peopleOf(organizationId: string, roles: readonly Role[], at: string): Promise<readonly string[]> {
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT DISTINCT person_id FROM membership
        WHERE organization_id = ? AND role IN (${marks(roles)}) AND starts_at <= ?
          AND (ends_at IS NULL OR ends_at > ?)
        ORDER BY person_id`,
      [organizationId, ...roles, at, at],
    );
    return rows.map((row) => row.person_id);
  }
}
