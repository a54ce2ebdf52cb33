import type { SwapKind, SwapState } from '@xiaolin/shared-types/shifts/swaps';
import { insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface SwapRow {
  readonly id: string;
  readonly shift_id: string;
  readonly signup_id: string;
  readonly from_id: string;
  readonly kind: SwapKind;
  readonly state: SwapState;
  readonly code: string;
  readonly to_id: string | null;
  readonly to_signup_id: string | null;
  readonly to_shift_id: string | null;
  readonly offered_at: string;
  readonly decided_at: string | null;
}

/** With the names of its two sides. */
export interface NamedSwapRow extends SwapRow {
  readonly from_name: string;
  readonly to_name: string | null;
}

/** A shift as a swap names it. */
export interface SwapShiftRow {
  readonly id: string;
  readonly activity_title: string;
  readonly role_name: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly place_name: string;
  readonly organization_id: string;
  readonly title: string;
}

/** A confirmed place of somebody, with its shift. */
export interface OwnPlaceRow extends SwapShiftRow {
  readonly signup_id: string;
  readonly person_id: string;
}

const COLUMNS = [
  'id',
  'shift_id',
  'signup_id',
  'from_id',
  'kind',
  'state',
  'code',
  'to_id',
  'to_signup_id',
  'to_shift_id',
  'offered_at',
  'decided_at',
]
  .map((column) => `w.${column}`)
  .join(', ');

const NAMED = `SELECT ${COLUMNS}, a.display_name AS from_name, b.display_name AS to_name
  FROM shift_swap w JOIN person a ON a.id = w.from_id LEFT JOIN person b ON b.id = w.to_id`;

const SHIFT = `line.id, act.title AS activity_title, r.name AS role_name, line.starts_at, line.ends_at,
  act.place_name, line.organization_id, line.title`;
const SHIFT_JOINS = `JOIN shift ON shift.id = line.id
  JOIN service_role r ON r.id = shift.service_role_id
  JOIN activity act ON act.id = line.activity_id`;

export class SwapStore {
  constructor(private readonly tx: Tx) {}

  async byCode(code: string): Promise<NamedSwapRow | undefined> {
    return (await this.tx.query<NamedSwapRow>(`${NAMED} WHERE w.code = ?`, [code]))[0];
  }

  async find(id: string): Promise<NamedSwapRow | undefined> {
    return (await this.tx.query<NamedSwapRow>(`${NAMED} WHERE w.id = ?`, [id]))[0];
  }

  /** Locked after the lines that it is about, never before them. */
  async lock(id: string): Promise<NamedSwapRow | undefined> {
    await this.tx.query(`SELECT id FROM shift_swap WHERE id = ?${this.tx.forUpdate}`, [id]);
    return this.find(id);
  }

  /** Offered or answered by this person, of shifts that are not over; what is open while its place is still held. */
  of(personId: string, now: string): Promise<NamedSwapRow[]> {
    return this.tx.query<NamedSwapRow>(
      `${NAMED} JOIN line ON line.id = w.shift_id JOIN signup s ON s.id = w.signup_id
        WHERE (w.from_id = ? OR w.to_id = ?) AND (w.state = 'done' OR (w.state <> 'withdrawn' AND s.status = 'confirmed'))
          AND line.ends_at > ?
        ORDER BY line.starts_at, w.offered_at, w.id`,
      [personId, personId, now],
    );
  }

  /** What is still open about a place. */
  openOf(signupId: string): Promise<SwapRow[]> {
    return this.tx.query<SwapRow>(
      `SELECT ${COLUMNS} FROM shift_swap w WHERE w.signup_id = ? AND w.state IN ('open', 'proposed')`,
      [signupId],
    );
  }

  /** Done swaps of a shift, latest first: who has whose place. */
  doneIn(shiftId: string): Promise<NamedSwapRow[]> {
    return this.tx.query<NamedSwapRow>(
      `${NAMED} WHERE w.state = 'done' AND (w.shift_id = ? OR w.to_shift_id = ?) ORDER BY w.decided_at DESC, w.id`,
      [shiftId, shiftId],
    );
  }

  insert(row: SwapRow): Promise<void> {
    return insertRows(this.tx, 'shift_swap', [{ ...row }]);
  }

  update(
    id: string,
    set: Partial<Pick<SwapRow, 'state' | 'to_id' | 'to_signup_id' | 'to_shift_id' | 'decided_at'>>,
  ): Promise<void> {
    return updateRow(this.tx, 'shift_swap', id, set);
  }

  async shifts(ids: readonly string[]): Promise<ReadonlyMap<string, SwapShiftRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.tx.query<SwapShiftRow>(
      `SELECT ${SHIFT} FROM line ${SHIFT_JOINS} WHERE line.id IN (${marks(ids)})`,
      ids,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Confirmed places in shifts that have not begun. */
  ownPlaces(personId: string, now: string): Promise<OwnPlaceRow[]> {
    return this.tx.query<OwnPlaceRow>(
      `SELECT ${SHIFT}, s.id AS signup_id, s.person_id
         FROM signup s JOIN line ON line.id = s.line_id ${SHIFT_JOINS}
        WHERE s.person_id = ? AND s.status = 'confirmed' AND line.called_off = 0 AND line.starts_at > ?
        ORDER BY line.starts_at, line.id`,
      [personId, now],
    );
  }

  /** A place of a shift, whatever became of it. */
  async place(signupId: string): Promise<OwnPlaceRow | undefined> {
    const [row] = await this.tx.query<OwnPlaceRow>(
      `SELECT ${SHIFT}, s.id AS signup_id, s.person_id
         FROM signup s JOIN line ON line.id = s.line_id ${SHIFT_JOINS} WHERE s.id = ?`,
      [signupId],
    );
    return row;
  }
}
