import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface OrganizationRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly short_name: string;
  readonly path: string;
  readonly phone: string | null;
  readonly illustrative: number;
}

const COLUMNS = 'id, parent_id, kind, name, short_name, path, phone, illustrative';

export class OrganizationStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<OrganizationRow | undefined> {
    const [row] = await this.tx.query<OrganizationRow>(`SELECT ${COLUMNS} FROM organization WHERE id = ?`, [
      id,
    ]);
    return row;
  }

  /** The row, locked until the transaction ends. */
  async lock(id: string): Promise<OrganizationRow | undefined> {
    const [row] = await this.tx.query<OrganizationRow>(
      `SELECT ${COLUMNS} FROM organization WHERE id = ?${this.tx.forUpdate}`,
      [id],
    );
    return row;
  }

  async named(ids: readonly string[]): Promise<OrganizationRow[]> {
    if (ids.length === 0) return [];
    return this.tx.query<OrganizationRow>(
      `SELECT ${COLUMNS} FROM organization WHERE id IN (${marks(ids)}) ORDER BY sort, id`,
      ids,
    );
  }

  list(filter: {
    readonly kind?: string | undefined;
    readonly parentId?: string | undefined;
  }): Promise<OrganizationRow[]> {
    const where = ['1 = 1'];
    const values: string[] = [];
    if (filter.kind !== undefined) where.push('kind = ?') && values.push(filter.kind);
    if (filter.parentId !== undefined) where.push('parent_id = ?') && values.push(filter.parentId);
    // Shorter paths first: parents before children.
    return this.tx.query<OrganizationRow>(
      `SELECT ${COLUMNS} FROM organization WHERE ${where.join(' AND ')} ORDER BY LENGTH(path), sort, id`,
      values,
    );
  }

  /** Ids of this organization and everything below it; empty when it does not exist. */
  async subtree(id: string): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT below.id FROM organization root JOIN organization below
         ON SUBSTR(below.path, 1, LENGTH(root.path)) = root.path
        WHERE root.id = ?`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}
