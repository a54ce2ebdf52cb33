import type { DependantKind } from '@xiaolin/shared-types/people/dependants';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface DependantRow {
  readonly id: string;
  readonly owner_id: string;
  readonly name: string;
  readonly kind: DependantKind;
  readonly birth_year: number | null;
}

const COLUMNS = 'id, owner_id, name, kind, birth_year';

export class DependantStore {
  constructor(private readonly tx: Tx) {}

  ofOwner(ownerId: string): Promise<DependantRow[]> {
    return this.tx.query<DependantRow>(
      `SELECT ${COLUMNS} FROM dependant WHERE owner_id = ? ORDER BY created_at, id`,
      [ownerId],
    );
  }

  async named(ids: readonly string[]): Promise<DependantRow[]> {
    if (ids.length === 0) return [];
    return this.tx.query<DependantRow>(`SELECT ${COLUMNS} FROM dependant WHERE id IN (${marks(ids)})`, ids);
  }

  insert(row: DependantRow, at: string): Promise<void> {
    return insertRows(this.tx, 'dependant', [{ ...row, created_at: at }]);
  }

  update(id: string, set: Pick<DependantRow, 'name' | 'kind' | 'birth_year'>): Promise<void> {
    return updateRow(this.tx, 'dependant', id, {
      name: set.name,
      kind: set.kind,
      birth_year: set.birth_year,
    });
  }

  async remove(id: string): Promise<void> {
    await this.tx.query('DELETE FROM dependant WHERE id = ?', [id]);
  }
}
