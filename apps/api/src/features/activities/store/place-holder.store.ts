import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** Somebody who holds a place in a line. */
export interface PlaceHolderRow {
  readonly person_id: string;
  readonly line_id: string;
}

/** Reads of other people's places; they are written through the door of signups only. */
export class PlaceHolderStore {
  constructor(private readonly tx: Tx) {}

  confirmedIn(lineIds: readonly string[]): Promise<PlaceHolderRow[]> {
    return this.tx.query<PlaceHolderRow>(
      `SELECT person_id, line_id FROM signup WHERE line_id IN (${marks(lineIds)}) AND status = 'confirmed'`,
      lineIds,
    );
  }

  /** Whether anybody ever signed up, given-up places included: their history would lose what it is about. */
  async anyIn(lineIds: readonly string[]): Promise<boolean> {
    const rows = await this.tx.query(
      `SELECT 1 FROM signup WHERE line_id IN (${marks(lineIds)}) LIMIT 1`,
      lineIds,
    );
    return rows.length > 0;
  }
}
