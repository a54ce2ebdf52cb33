import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface ConsentRow {
  readonly given_at: string | null;
  readonly withdrawn_at: string | null;
}

/** Which shifts ask where phones are, and whose phones may answer. */
export class PlaceStore {
  constructor(private readonly tx: Tx) {}

  async consent(personId: string): Promise<ConsentRow | undefined> {
    const [row] = await this.tx.query<ConsentRow>(
      'SELECT given_at, withdrawn_at FROM place_consent WHERE id = ?',
      [personId],
    );
    return row;
  }

  async saveConsent(personId: string, row: ConsentRow): Promise<void> {
    await this.tx.query('DELETE FROM place_consent WHERE id = ?', [personId]);
    await this.tx.query('INSERT INTO place_consent (id, given_at, withdrawn_at) VALUES (?, ?, ?)', [
      personId,
      row.given_at,
      row.withdrawn_at,
    ]);
  }

  async radius(shiftId: string): Promise<number | null> {
    const [row] = await this.tx.query<{ radius_metres: number }>(
      'SELECT radius_metres FROM shift_place_check WHERE id = ?',
      [shiftId],
    );
    return row?.radius_metres ?? null;
  }

  async saveRadius(shiftId: string, radiusMetres: number | null): Promise<void> {
    await this.tx.query('DELETE FROM shift_place_check WHERE id = ?', [shiftId]);
    if (radiusMetres !== null)
      await this.tx.query('INSERT INTO shift_place_check (id, radius_metres) VALUES (?, ?)', [
        shiftId,
        radiusMetres,
      ]);
  }

  /** Whether the shift's activity says where it is. */
  async hasCoordinates(shiftId: string): Promise<boolean> {
    const [row] = await this.tx.query<{ latitude: number | null }>(
      'SELECT a.latitude FROM line JOIN activity a ON a.id = line.activity_id WHERE line.id = ?',
      [shiftId],
    );
    return row !== undefined && row.latitude !== null;
  }
}
