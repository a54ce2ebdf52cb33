import { insertMissing, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** What people say they can. */
export class SkillStore {
  constructor(private readonly tx: Tx) {}

  async of(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.tx.query<{ person_id: string; skills: string }>(
      `SELECT person_id, skills FROM person_skills WHERE person_id IN (${marks(personIds)})`,
      personIds,
    );
    return new Map(rows.map(({ person_id, skills }) => [person_id, JSON.parse(skills) as string[]]));
  }

  async declare(personId: string, skills: readonly string[], at: string): Promise<void> {
    const row = { person_id: personId, skills: JSON.stringify(skills), declared_at: at };
    await insertMissing(this.tx, 'person_skills', ['person_id'], [row]);
    await this.tx.query('UPDATE person_skills SET skills = ?, declared_at = ? WHERE person_id = ?', [
      row.skills,
      at,
      personId,
    ]);
  }
}
