import type { ShownName } from '@xiaolin/shared-types/rankings/schema';
import { insertMissing } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface ConsentRow {
  readonly shown_name: ShownName;
  readonly given_at: string;
}

export class RankingConsentStore {
  constructor(private readonly tx: Tx) {}

  async find(personId: string): Promise<ConsentRow | undefined> {
    const [row] = await this.tx.query<ConsentRow>(
      'SELECT shown_name, given_at FROM ranking_consent WHERE person_id = ?',
      [personId],
    );
    return row;
  }

  /** Another name is another consent, with its own moment. */
  async save(personId: string, row: ConsentRow): Promise<void> {
    const { shown_name, given_at } = row;
    await insertMissing(
      this.tx,
      'ranking_consent',
      ['person_id'],
      [{ person_id: personId, shown_name, given_at }],
    );
    await this.tx.query('UPDATE ranking_consent SET shown_name = ?, given_at = ? WHERE person_id = ?', [
      shown_name,
      given_at,
      personId,
    ]);
  }

  async remove(personId: string): Promise<void> {
    await this.tx.query('DELETE FROM ranking_consent WHERE person_id = ?', [personId]);
  }
}
