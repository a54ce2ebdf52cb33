import type {
  CorrectionAction,
  CorrectionStatus,
  Verdict,
  Wrong,
} from '@xiaolin/shared-types/corrections/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { SHIFT_COLUMNS, type ShiftColumns, shiftJoins } from './served-shift.reader.js';

export interface CorrectionRow {
  readonly id: string;
  readonly person_id: string;
  readonly shift_id: string;
  readonly activity_id: string;
  readonly recording_unit_id: string;
  readonly record_id: string | null;
  readonly wrong: Wrong;
  readonly recorded_minutes: number | null;
  readonly claimed_minutes: number | null;
  readonly words: string;
  readonly status: CorrectionStatus;
  readonly deciding_unit_id: string;
  readonly due_on: string | null;
  readonly replied_by: string | null;
  readonly outcome: Verdict | null;
  readonly new_record_id: string | null;
  readonly entry_id: string | null;
  readonly raised_at: string;
}

export interface CorrectionViewRow extends CorrectionRow, Omit<ShiftColumns, 'shift_id' | 'activity_id'> {
  readonly deciding_name: string;
  readonly person_name: string;
}

export interface StepRow {
  readonly id: string;
  readonly correction_id: string;
  readonly position: number;
  readonly action: CorrectionAction;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly scope_id: string | null;
  readonly before_status: CorrectionStatus | null;
  readonly after_status: CorrectionStatus;
  readonly minutes: number | null;
  readonly reason: string;
  readonly at: string;
}

export interface StepViewRow extends StepRow {
  readonly actor_name: string;
  readonly scope_name: string | null;
}

export type Stage = 'open' | 'escalated' | 'done';

const VIEW = `SELECT c.*, ${SHIFT_COLUMNS}, deciding.name AS deciding_name, p.display_name AS person_name
  FROM correction c
  ${shiftJoins('c.shift_id')}
  JOIN organization deciding ON deciding.id = c.deciding_unit_id
  JOIN person p ON p.id = c.person_id`;

export class CorrectionStore {
  constructor(private readonly tx: Tx) {}

  /** Two requests of one person about one thing come one after the other. */
  async lockPerson(personId: string): Promise<void> {
    await this.tx.query(`SELECT id FROM person WHERE id = ?${this.tx.forUpdate}`, [personId]);
  }

  async lock(id: string): Promise<CorrectionRow | undefined> {
    const [row] = await this.tx.query<CorrectionRow>(
      `SELECT * FROM correction WHERE id = ?${this.tx.forUpdate}`,
      [id],
    );
    return row;
  }

  insert(row: CorrectionRow): Promise<void> {
    return insertRows(this.tx, 'correction', [{ ...row }]);
  }

  save(id: string, set: Partial<CorrectionRow>): Promise<void> {
    return updateRow(this.tx, 'correction', id, set as Record<string, string | number | null>);
  }

  async addStep(step: Omit<StepRow, 'position'>): Promise<void> {
    const [last] = await this.tx.query<{ steps: number }>(
      'SELECT COUNT(*) AS steps FROM correction_event WHERE correction_id = ?',
      [step.correction_id],
    );
    await insertRows(this.tx, 'correction_event', [{ ...step, position: Number(last?.steps ?? 0) }]);
  }

  /** What this person asked for about a record, or about a missing one of a shift, whatever became of it. */
  earlier(personId: string, about: { recordId: string } | { shiftId: string }): Promise<CorrectionRow[]> {
    return 'recordId' in about
      ? this.tx.query('SELECT * FROM correction WHERE person_id = ? AND record_id = ?', [
          personId,
          about.recordId,
        ])
      : this.tx.query('SELECT * FROM correction WHERE person_id = ? AND shift_id = ? AND record_id IS NULL', [
          personId,
          about.shiftId,
        ]);
  }

  async find(id: string): Promise<CorrectionViewRow | undefined> {
    const [row] = await this.tx.query<CorrectionViewRow>(`${VIEW} WHERE c.id = ?`, [id]);
    return row;
  }

  steps(id: string): Promise<StepViewRow[]> {
    return this.tx.query<StepViewRow>(
      `SELECT e.*, p.display_name AS actor_name, o.name AS scope_name
         FROM correction_event e
         JOIN person p ON p.id = e.actor_id
         LEFT JOIN organization o ON o.id = e.scope_id
        WHERE e.correction_id = ? ORDER BY e.position`,
      [id],
    );
  }

  mine(personId: string, page: PageRequest): Promise<CorrectionViewRow[]> {
    return this.#latest('c.person_id = ?', [personId], page);
  }

  /** What waits, by due date; what is done, latest first. */
  ofUnits(unitIds: readonly string[], stage: Stage | null, page: PageRequest): Promise<CorrectionViewRow[]> {
    const inScope = `c.recording_unit_id IN (${marks(unitIds)})`;
    if (stage === 'done')
      return this.#latest(`${inScope} AND c.status NOT IN ('open', 'escalated')`, unitIds, page);
    const states = stage === null ? ['open', 'escalated'] : [stage];
    const after = page.after === null ? '' : 'AND (c.due_on, c.id) > (?, ?)';
    return this.tx.query<CorrectionViewRow>(
      `${VIEW} WHERE ${inScope} AND c.status IN (${marks(states)}) ${after}
        ORDER BY c.due_on, c.id LIMIT ${page.limit + 1}`,
      [...unitIds, ...states, ...(page.after ?? [])],
    );
  }

  #latest(where: string, values: readonly string[], page: PageRequest): Promise<CorrectionViewRow[]> {
    const after = page.after === null ? '' : 'AND (c.raised_at < ? OR (c.raised_at = ? AND c.id < ?))';
    const [raisedAt, id] = page.after ?? [];
    return this.tx.query<CorrectionViewRow>(
      `${VIEW} WHERE ${where} ${after} ORDER BY c.raised_at DESC, c.id DESC LIMIT ${page.limit + 1}`,
      page.after === null ? values : [...values, raisedAt, raisedAt, id],
    );
  }
}
