import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface SealRow {
  readonly id: string;
  /** A PNG as base64; null: removed. */
  readonly image: string | null;
}

export class SealStore {
  constructor(private readonly tx: Tx) {}

  /** The seal in use; ids sort by time. */
  async current(organizationId: string): Promise<SealRow | undefined> {
    const [row] = await this.tx.query<SealRow>(
      'SELECT id, image FROM organization_seal WHERE organization_id = ? ORDER BY set_at DESC, id DESC LIMIT 1',
      [organizationId],
    );
    return row;
  }

  async find(id: string): Promise<SealRow | undefined> {
    const [row] = await this.tx.query<SealRow>('SELECT id, image FROM organization_seal WHERE id = ?', [id]);
    return row;
  }

  add(seal: {
    id: string;
    organization_id: string;
    image: string | null;
    set_by: string;
    set_at: string;
  }): Promise<void> {
    return insertRows(this.tx, 'organization_seal', [seal]);
  }
}
