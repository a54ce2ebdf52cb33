import { Injectable } from '@nestjs/common';
import type { PictureView } from '@xiaolin/shared-types/pictures/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Pictures } from '../../../platform/pictures/pictures.js';
import type { EntryRow } from '../store/entry.store.js';
import { PICTURED } from './pictured.js';

type Proven = Pick<EntryRow, 'id' | 'correction_id'>;

/** What an entry rests on: its own pictures, and those of the correction that it grants. */
@Injectable()
export class Evidence {
  constructor(private readonly pictures: Pictures) {}

  async of(tx: Tx, rows: readonly Proven[]): Promise<(row: Proven) => readonly PictureView[]> {
    const own = await this.pictures.of(
      tx,
      PICTURED.entry,
      rows.map(({ id }) => id),
    );
    const corrections = rows.flatMap(({ correction_id: id }) => (id === null ? [] : [id]));
    const ofCorrection = await this.pictures.of(tx, PICTURED.correction, corrections);
    return (row) => [...own(row.id), ...(row.correction_id === null ? [] : ofCorrection(row.correction_id))];
  }
}
