import { endOfDistrictDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface RecordRow {
  readonly id: string;
  readonly shift_id: string;
  readonly person_id: string;
  readonly status: HourStatus;
  readonly minutes: number;
  readonly shift_starts_at: string;
  readonly shift_ends_at: string;
  readonly decided_at: string | null;
  /** What the record says about the service, as JSON. */
  readonly facts: string | null;
  readonly unit_name: string;
  readonly person_name: string;
  readonly decider_name: string | null;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

const bounds = ({ from, to }: Period): [string, string] => [
  startOfDistrictDay(from).toISOString(),
  endOfDistrictDay(to).toISOString(),
];

/** Reads of the latest versions of hour records. */
export class HoursReader {
  constructor(private readonly tx: Tx) {}

  async count(unitIds: readonly string[], period: Period): Promise<number> {
    const [row] = await this.tx.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM hour_record
        WHERE recording_unit_id IN (${marks(unitIds)}) AND is_current = 1
          AND shift_starts_at >= ? AND shift_starts_at < ?`,
      [...unitIds, ...bounds(period)],
    );
    return Number(row?.n ?? 0);
  }

  /**
   * A page of one unit, by time. It goes on after a shift and a person, not after a record: where a newer version
   * takes the place of one that was already sent, it is the same line and comes no second time.
   */
  records(unitId: string, period: Period, after: RecordRow | null, limit: number): Promise<RecordRow[]> {
    const [from, before] = bounds(period);
    const beyond =
      after === null
        ? ''
        : 'AND (h.shift_starts_at > ? OR h.shift_id > ? OR (h.shift_id = ? AND h.person_id > ?))';
    return this.tx.query<RecordRow>(
      `SELECT h.id, h.shift_id, h.person_id, h.status, h.minutes, h.shift_starts_at, h.shift_ends_at, h.decided_at,
              h.facts, unit.name AS unit_name, p.display_name AS person_name, decider.display_name AS decider_name
         FROM hour_record h
         JOIN organization unit ON unit.id = h.recording_unit_id
         JOIN person p ON p.id = h.person_id
         LEFT JOIN person decider ON decider.id = h.decided_by
        WHERE h.recording_unit_id = ? AND h.is_current = 1 AND h.shift_starts_at >= ? AND h.shift_starts_at < ? ${beyond}
        ORDER BY h.shift_starts_at, h.shift_id, h.person_id LIMIT ${limit}`,
      [
        unitId,
        after?.shift_starts_at ?? from,
        before,
        ...(after === null ? [] : [after.shift_starts_at, after.shift_id, after.shift_id, after.person_id]),
      ],
    );
  }
}
