import type { QualificationKind, QualificationState } from '@xiaolin/shared-types/qualifications/schema';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

export interface QualificationRow {
  readonly id: string;
  readonly person_id: string;
  readonly organization_id: string;
  readonly kind: QualificationKind;
  readonly name: string;
  readonly phone: string | null;
  readonly state: QualificationState;
  readonly done_on: string | null;
  readonly valid_until: string | null;
  readonly asked_at: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly reason: string | null;
}

/** With what its organization is called, and where it stands in the tree. */
export interface PlacedQualificationRow extends QualificationRow {
  readonly organization_name: string;
  readonly organization_path: string;
}

export interface WaitingRow extends PlacedQualificationRow {
  readonly person_name: string;
}

const COLUMNS = [
  'id',
  'person_id',
  'organization_id',
  'kind',
  'name',
  'phone',
  'state',
  'done_on',
  'valid_until',
  'asked_at',
  'decided_by',
  'decided_at',
  'reason',
]
  .map((column) => `q.${column}`)
  .join(', ');

const PLACED = `SELECT ${COLUMNS}, o.name AS organization_name, o.path AS organization_path, p.display_name AS person_name
  FROM qualification q
  JOIN organization o ON o.id = q.organization_id
  JOIN person p ON p.id = q.person_id`;

export class QualificationStore {
  constructor(private readonly tx: Tx) {}

  /** Everything that was ever asked or recorded about these people, latest first. */
  of(personIds: readonly string[]): Promise<PlacedQualificationRow[]> {
    if (personIds.length === 0) return Promise.resolve([]);
    return this.tx.query<PlacedQualificationRow>(
      `${PLACED} WHERE q.person_id IN (${marks(personIds)}) ORDER BY q.asked_at DESC, q.id`,
      personIds,
    );
  }

  async find(id: string): Promise<WaitingRow | undefined> {
    const [row] = await this.tx.query<WaitingRow>(`${PLACED} WHERE q.id = ?`, [id]);
    return row;
  }

  /** The same, locked first: two members of staff cannot both decide it. */
  async lock(id: string): Promise<WaitingRow | undefined> {
    await this.tx.query(`SELECT id FROM qualification WHERE id = ?${this.tx.forUpdate}`, [id]);
    return this.find(id);
  }

  waiting(organizationIds: readonly string[], page: PageRequest): Promise<WaitingRow[]> {
    const after = page.after === null ? '' : 'AND (q.asked_at, q.id) > (?, ?)';
    return this.tx.query<WaitingRow>(
      `${PLACED} WHERE q.organization_id IN (${marks(organizationIds)}) AND q.state = 'asked' ${after}
        ORDER BY q.asked_at, q.id LIMIT ${page.limit + 1}`,
      [...organizationIds, ...(page.after ?? [])],
    );
  }

  insert(rows: readonly QualificationRow[]): Promise<void> {
    return insertRows(
      this.tx,
      'qualification',
      rows.map((row) => ({ ...row })),
    );
  }

  save(id: string, set: Partial<Omit<QualificationRow, 'id'>>): Promise<void> {
    return updateRow(this.tx, 'qualification', id, set as Record<string, string | null>);
  }

  /** Locks somebody, so that asking twice at once is asking once. */
  async lockPerson(personId: string): Promise<void> {
    await this.tx.query(`SELECT id FROM person WHERE id = ?${this.tx.forUpdate}`, [personId]);
  }

  async organizationOfShift(shiftId: string): Promise<string | undefined> {
    const [row] = await this.tx.query<{ organization_id: string }>(
      `SELECT organization_id FROM line WHERE id = ? AND kind = 'shift' AND published = 1`,
      [shiftId],
    );
    return row?.organization_id;
  }

  /** Which of these people have a place in the shift. */
  async inShift(shiftId: string, personIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.tx.query<{ person_id: string }>(
      `SELECT person_id FROM signup WHERE line_id = ? AND status IN ('confirmed', 'waitlisted', 'offered', 'attended')
         AND person_id IN (${marks(personIds)}) ORDER BY person_id`,
      [shiftId, ...personIds],
    );
    return rows.map(({ person_id }) => person_id);
  }
}
