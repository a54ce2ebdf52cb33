import type { Computation, HourFlag, HourStatus } from '@xiaolin/shared-types/hours/schema';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

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
  readonly rejection_reason: string | null;
}

export interface NewHourRecord {
  readonly id: string;
  readonly shiftId: string;
  readonly personId: string;
  readonly activityId: string;
  readonly recordingUnitId: string;
  readonly flags: readonly HourFlag[];
  readonly computation: Computation;
  readonly dueOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What a record of the same person has counted. */
export interface CountedRow {
  readonly person_id: string;
  readonly minutes: number;
  readonly shift_starts_at: string;
  readonly computation: string;
}

/** What a record is about, for telling its volunteer. */
export interface DecidableRow extends HourRecordRow {
  readonly activity_title: string;
  readonly role_name: string;
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
]
  .map((column) => `h.${column}`)
  .join(', ');

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

  /** What these people's records count in shifts that touch the stretch of time. */
  countedBetween(personIds: readonly string[], from: string, to: string): Promise<CountedRow[]> {
    return this.tx.query<CountedRow>(
      `SELECT person_id, minutes, shift_starts_at, computation FROM hour_record
        WHERE person_id IN (${marks(personIds)}) AND is_current = 1
          AND status IN ('pending', 'confirmed', 'certified') AND shift_starts_at < ? AND shift_ends_at > ?`,
      [...personIds, to, from],
    );
  }

  insertPending(records: readonly NewHourRecord[], at: string): Promise<void> {
    return insertRows(
      this.tx,
      'hour_record',
      records.map((record) => ({
        id: record.id,
        shift_id: record.shiftId,
        person_id: record.personId,
        activity_id: record.activityId,
        recording_unit_id: record.recordingUnitId,
        version: 1,
        is_current: true,
        status: 'pending',
        minutes: record.computation.minutes,
        flags: record.flags.join(','),
        flag_count: record.flags.length,
        computation: JSON.stringify(record.computation),
        due_on: record.dueOn,
        shift_starts_at: record.startsAt,
        shift_ends_at: record.endsAt,
        decided_by: null,
        decided_at: null,
        rejection_reason: null,
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
  async lock(ids: readonly string[]): Promise<DecidableRow[]> {
    const locked = await this.tx.query<{ id: string }>(
      `SELECT id FROM hour_record WHERE id IN (${marks(ids)}) ORDER BY id${this.tx.forUpdate}`,
      ids,
    );
    // Joined only afterwards: FOR UPDATE would lock what is joined, too.
    return this.tx.query<DecidableRow>(
      `SELECT ${COLUMNS}, a.title AS activity_title, r.name AS role_name
         FROM hour_record h
         JOIN activity a ON a.id = h.activity_id
         JOIN shift s ON s.id = h.shift_id
         JOIN service_role r ON r.id = s.service_role_id
        WHERE h.id IN (${marks(locked)})`,
      locked.map(({ id }) => id),
    );
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
