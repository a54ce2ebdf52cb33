import type { Cover } from '@xiaolin/shared-types/activities/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly cover: Cover;
}

export class CategoryStore {
  constructor(private readonly tx: Tx) {}

  list(): Promise<CategoryRow[]> {
    return this.tx.query<CategoryRow>('SELECT id, name, cover FROM category ORDER BY sort, id');
  }

  async find(id: string): Promise<CategoryRow | undefined> {
    const [row] = await this.tx.query<CategoryRow>('SELECT id, name, cover FROM category WHERE id = ?', [id]);
    return row;
  }
}
