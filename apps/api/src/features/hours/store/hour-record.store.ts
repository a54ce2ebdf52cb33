import type { Computation, HourFlag, HourStatus } from '@xiaolin/shared-types/hours/schema';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { ServiceFacts } from '../rules/service-facts.js';

export interface HourRecordRow {
  readonly id: string;
  readonly shift_id: string;
  readonly person_id: string;
  readonly activity_id: string;
  readonly recording_unit_id: string;
  readonly version: number;
  readonly is_current: number;
  readonly status: HourStatus;
  readonly minutes: number;
  /** Names of flags with commas between them. */
  readonly flags: string;
  readonly flag_count: number;
  /** A {@link Computation} as JSON. */
  readonly computation: string;
  readonly due_on: string;
  readonly shift_starts_at: string;
  readonly shift_ends_at: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  /** Why it was rejected or voided. */
  readonly rejection_reason: string | null;
  /** {@link ServiceFacts} as JSON. */
  readonly facts: string;
}

/** A row with every column that it has: what the ledger holds of it. */
export interface WholeRow extends HourRecordRow {
  readonly created_at: string;
}

/** Who confirmed a version, and when. */
export interface Confirmed {
  readonly by: string;
  readonly at: string;
}

/** One version; pending, unless somebody has confirmed it already. */
export interface NewHourRecord {
  readonly id: string;
  readonly version: number;
  readonly confirmed: Confirmed | null;
  readonly shiftId: string;
  readonly personId: string;
  readonly activityId: string;
  readonly recordingUnitId: string;
  readonly flags: readonly HourFlag[];
  readonly computation: Computation;
  readonly dueOn: string;
  readonly facts: ServiceFacts;
}

/** What a record of the same person has counted. */
export interface CountedRow {
  readonly person_id: string;
  readonly id: string;
  readonly minutes: number;
  readonly shift_starts_at: string;
  readonly shift_ends_at: string;
  readonly computation: string;
  readonly facts: string;
}

/** A shift as a record of it needs it. */
export interface ServiceRow {
  readonly shift_id: string;
  readonly activity_id: string;
  readonly organization_id: string;
  readonly counts: number;
  readonly break_minutes: number;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly title: string;
  readonly role_name: string;
  readonly content: string;
  readonly place_name: string;
  readonly responsible_name: string;
  readonly unit_name: string;
}

/** An earlier version of one person at one shift. */
export interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly is_current: number;
  readonly status: HourStatus;
}

const COLUMNS = [
  'id',
  'shift_id',
  'person_id',
  'activity_id',
  'recording_unit_id',
  'version',
  'is_current',
  'status',
  'minutes',
  'flags',
  'flag_count',
  'computation',
  'due_on',
  'shift_starts_at',
  'shift_ends_at',
  'decided_by',
  'decided_at',
  'rejection_reason',
  'facts',
]
  .map((column) => `h.${column}`)
  .join(', ');

/** Records of one statement: SQLite takes only so many values. */
const AT_ONCE = 500;

export class HourRecordStore {
  constructor(private readonly tx: Tx) {}

  static readonly columns = COLUMNS;

  /**
   * Locks people in one order. Two shifts have two locks; this one keeps two check-outs of one person from counting
   * the same minutes.
   */
  async lockPeople(personIds: readonly string[]): Promise<void> {
    await this.tx.query(
      `SELECT id FROM person WHERE id IN (${marks(personIds)}) ORDER BY id${this.tx.forUpdate}`,
      personIds,
    );
  }

  /** What these people's accounts are called now, by id. */
  async names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.tx.query<{ id: string; display_name: string }>(
      `SELECT id, display_name FROM person WHERE id IN (${marks(personIds)})`,
      personIds,
    );
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }

  /** Whose record it is: people are locked before records. */
  async personOf(recordId: string): Promise<string | null> {
    const [row] = await this.tx.query<{ person_id: string }>(
      'SELECT person_id FROM hour_record WHERE id = ?',
      [recordId],
    );
    return row?.person_id ?? null;
  }

  /** The shift and what art. 8–10 ask about it, as they are now. */
  async service(shiftId: string): Promise<ServiceRow | undefined> {
    const [row] = await this.tx.query<ServiceRow>(
      `SELECT line.id AS shift_id, line.activity_id, line.organization_id, line.starts_at, line.ends_at,
              shift.break_minutes, r.counts, r.name AS role_name, r.description AS content,
              a.title, a.place_name, a.responsible_name, unit.name AS unit_name
         FROM line
         JOIN shift ON shift.id = line.id
         JOIN service_role r ON r.id = shift.service_role_id
         JOIN activity a ON a.id = line.activity_id
         JOIN organization unit ON unit.id = line.organization_id
        WHERE line.id = ? AND line.kind = 'shift'`,
      [shiftId],
    );
    return row;
  }

  /** The shift's own lock, which its attendance is decided under. */
  async lockShift(shiftId: string): Promise<void> {
    await this.tx.query(`SELECT id FROM line WHERE id = ?${this.tx.forUpdate}`, [shiftId]);
  }

  /** What one person has at one shift, latest version first. */
  versions(shiftId: string, personId: string): Promise<VersionRow[]> {
    return this.tx.query<VersionRow>(
      `SELECT id, version, is_current, status FROM hour_record
        WHERE shift_id = ? AND person_id = ? ORDER BY version DESC`,
      [shiftId, personId],
    );
  }

  /** What these people's records count in shifts that touch the stretch of time. */
  countedBetween(personIds: readonly string[], from: string, to: string): Promise<CountedRow[]> {
    return this.tx.query<CountedRow>(
      `SELECT id, person_id, minutes, shift_starts_at, shift_ends_at, computation, facts FROM hour_record
        WHERE person_id IN (${marks(personIds)}) AND is_current = 1
          AND status IN ('pending', 'confirmed', 'certified') AND shift_starts_at < ? AND shift_ends_at > ?`,
      [...personIds, to, from],
    );
  }

  insert(records: readonly NewHourRecord[], at: string): Promise<void> {
    return insertRows(
      this.tx,
      'hour_record',
      records.map((record) => ({
        id: record.id,
        shift_id: record.shiftId,
        person_id: record.personId,
        activity_id: record.activityId,
        recording_unit_id: record.recordingUnitId,
        version: record.version,
        is_current: true,
        status: record.confirmed === null ? 'pending' : 'confirmed',
        minutes: record.computation.minutes,
        flags: record.flags.join(','),
        flag_count: record.flags.length,
        computation: JSON.stringify(record.computation),
        due_on: record.dueOn,
        shift_starts_at: record.facts.startsAt,
        shift_ends_at: record.facts.endsAt,
        decided_by: record.confirmed?.by ?? null,
        decided_at: record.confirmed?.at ?? null,
        rejection_reason: null,
        facts: JSON.stringify(record.facts),
        created_at: at,
      })),
    );
  }

  /** Records that wait to be confirmed, of these people in these shifts, locked in one order. */
  lockPending(
    of: readonly { readonly shiftId: string; readonly personId: string }[],
  ): Promise<Pick<HourRecordRow, 'id' | 'shift_id' | 'person_id' | 'flags'>[]> {
    const shifts = [...new Set(of.map(({ shiftId }) => shiftId))];
    const people = [...new Set(of.map(({ personId }) => personId))];
    return this.tx.query(
      `SELECT id, shift_id, person_id, flags FROM hour_record
        WHERE shift_id IN (${marks(shifts)}) AND person_id IN (${marks(people)}) AND is_current = 1 AND status = 'pending'
        ORDER BY id${this.tx.forUpdate}`,
      [...shifts, ...people],
    );
  }

  async setFlags(id: string, flags: readonly string[]): Promise<void> {
    await this.tx.query('UPDATE hour_record SET flags = ?, flag_count = ? WHERE id = ?', [
      flags.join(','),
      flags.length,
      id,
    ]);
  }

  /** The records, locked in one order before anything is decided about them. */
  lock(ids: readonly string[]): Promise<HourRecordRow[]> {
    return this.tx.query<HourRecordRow>(
      `SELECT ${COLUMNS} FROM hour_record h WHERE h.id IN (${marks(ids)}) ORDER BY h.id${this.tx.forUpdate}`,
      ids,
    );
  }

  /** These records with every column, in the order of their ids. */
  async whole(ids: readonly string[]): Promise<WholeRow[]> {
    const rows: WholeRow[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      rows.push(
        ...(await this.tx.query<WholeRow>(
          `SELECT ${COLUMNS}, h.created_at FROM hour_record h WHERE h.id IN (${marks(some)}) ORDER BY h.id`,
          some,
        )),
      );
    }
    return rows;
  }

  /** Records of one unit with every column, in the order of their ids. */
  wholeOfUnit(unitId: string, after: string, limit: number): Promise<WholeRow[]> {
    return this.tx.query<WholeRow>(
      `SELECT ${COLUMNS}, h.created_at FROM hour_record h
        WHERE h.recording_unit_id = ? AND h.id > ? ORDER BY h.id LIMIT ${limit}`,
      [unitId, after],
    );
  }

  /** Units that have any record. */
  async recordingUnits(): Promise<readonly string[]> {
    const rows = await this.tx.query<{ recording_unit_id: string }>(
      'SELECT DISTINCT recording_unit_id FROM hour_record',
    );
    return rows.map((row) => row.recording_unit_id);
  }

  /** A later version takes this one's place. */
  async supersede(id: string, status: HourStatus): Promise<void> {
    await this.tx.query('UPDATE hour_record SET status = ?, is_current = 0 WHERE id = ?', [status, id]);
  }

  /** Before the ledger reads them: what it holds of a record is what stands in the row at that moment. */
  async setFacts(records: readonly { readonly id: string; readonly facts: ServiceFacts }[]): Promise<void> {
    for (let from = 0; from < records.length; from += AT_ONCE) {
      const some = records.slice(from, from + AT_ONCE);
      await this.tx.query(
        `UPDATE hour_record SET facts = CASE id ${some.map(() => 'WHEN ? THEN ?').join(' ')} ELSE facts END
          WHERE id IN (${marks(some)})`,
        [...some.flatMap(({ id, facts }) => [id, JSON.stringify(facts)]), ...some.map(({ id }) => id)],
      );
    }
  }

  async certify(ids: readonly string[]): Promise<void> {
    await this.tx.query(`UPDATE hour_record SET status = 'certified' WHERE id IN (${marks(ids)})`, ids);
  }

  async decide(
    ids: readonly string[],
    decision: {
      readonly status: HourStatus;
      readonly by: string;
      readonly at: string;
      readonly reason: string | null;
    },
  ): Promise<void> {
    await this.tx.query(
      `UPDATE hour_record SET status = ?, decided_by = ?, decided_at = ?, rejection_reason = ? WHERE id IN (${marks(ids)})`,
      [decision.status, decision.by, decision.at, decision.reason, ...ids],
    );
  }
}
