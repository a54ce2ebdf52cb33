import { marks } from '../db/rows.js';
import type { Tx } from '../db/unit-of-work.js';
import type { OwnPicture } from './re-encode.js';

export interface PictureRow {
  readonly id: string;
  readonly uploader_id: string;
  readonly owner_kind: string | null;
  readonly owner_id: string | null;
  readonly width: number;
  readonly height: number;
}

const COLUMNS = 'id, uploader_id, owner_kind, owner_id, width, height';

export class PictureStore {
  constructor(private readonly tx: Tx) {}

  async insert(id: string, uploaderId: string, picture: OwnPicture, at: string): Promise<void> {
    await this.tx.query(
      `INSERT INTO picture (id, uploader_id, owner_kind, owner_id, position, width, height, bytes, created_at)
       VALUES (?, ?, NULL, NULL, NULL, ?, ?, ?, ?)`,
      [id, uploaderId, picture.width, picture.height, picture.bytes, at],
    );
  }

  /** How many of this person's pictures of this time belong to nothing yet. */
  async unnamedSince(uploaderId: string, since: string): Promise<number> {
    const [row] = await this.tx.query<{ pictures: number }>(
      `SELECT COUNT(*) AS pictures FROM picture
        WHERE uploader_id = ? AND created_at > ? AND owner_id IS NULL`,
      [uploaderId, since],
    );
    return Number(row?.pictures ?? 0);
  }

  async find(id: string): Promise<PictureRow | undefined> {
    const [row] = await this.tx.query<PictureRow>(`SELECT ${COLUMNS} FROM picture WHERE id = ?`, [id]);
    return row;
  }

  async bytes(id: string): Promise<Buffer | undefined> {
    const [row] = await this.tx.query<{ bytes: Buffer }>('SELECT bytes FROM picture WHERE id = ?', [id]);
    return row && Buffer.from(row.bytes);
  }

  lock(ids: readonly string[]): Promise<PictureRow[]> {
    return this.tx.query<PictureRow>(
      `SELECT ${COLUMNS} FROM picture WHERE id IN (${marks(ids)}) ORDER BY id${this.tx.forUpdate}`,
      ids,
    );
  }

  async own(id: string, kind: string, ownerId: string, position: number): Promise<void> {
    await this.tx.query('UPDATE picture SET owner_kind = ?, owner_id = ?, position = ? WHERE id = ?', [
      kind,
      ownerId,
      position,
      id,
    ]);
  }

  ofOwners(kind: string, ownerIds: readonly string[]): Promise<PictureRow[]> {
    return this.tx.query<PictureRow>(
      `SELECT ${COLUMNS} FROM picture WHERE owner_kind = ? AND owner_id IN (${marks(ownerIds)})
        ORDER BY owner_id, position`,
      [kind, ...ownerIds],
    );
  }

  async deleteUnnamedBefore(at: string): Promise<void> {
    await this.tx.query('DELETE FROM picture WHERE owner_id IS NULL AND created_at < ?', [at]);
  }
}
