import { endOfDistrictDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface UnitRow {
  readonly unit_id: string;
  readonly unit_name: string;
  readonly minutes: number;
  readonly records: number;
  readonly first_at: string;
  readonly last_at: string;
}

/** A row of the export for entry elsewhere. */
export interface ExportRow {
  readonly id: string;
  readonly starts_at: string;
  readonly minutes: number;
  /** What the record says about the service, as JSON. */
  readonly facts: string;
  readonly person_name: string;
  readonly decided_at: string | null;
  readonly decider_name: string | null;
}

const CONFIRMED = `h.is_current = 1 AND h.status IN ('confirmed', 'certified') AND h.minutes > 0`;
/** The moments between which a period of district days lies. */
const bounds = ({ from, to }: { readonly from: string; readonly to: string }): [string, string] => [
  startOfDistrictDay(from).toISOString(),
  endOfDistrictDay(to).toISOString(),
];

/** Sums and lists of confirmed minutes that are no certificate yet. */
export class ConfirmedHoursReader {
  constructor(private readonly tx: Tx) {}

  async units(personId: string): Promise<UnitRow[]> {
    const rows = await this.tx.query<UnitRow>(
      `SELECT h.recording_unit_id AS unit_id, unit.name AS unit_name, SUM(h.minutes) AS minutes, COUNT(*) AS records,
              MIN(h.shift_starts_at) AS first_at, MAX(h.shift_starts_at) AS last_at
         FROM hour_record h JOIN organization unit ON unit.id = h.recording_unit_id
        WHERE h.person_id = ? AND ${CONFIRMED}
        GROUP BY h.recording_unit_id, unit.name ORDER BY last_at DESC, unit_id`,
      [personId],
    );
    // Sums come as text from one driver.
    return rows.map((row) => ({ ...row, minutes: Number(row.minutes), records: Number(row.records) }));
  }

  async pendingMinutes(
    personId: string,
    unitId: string,
    period: { readonly from: string; readonly to: string },
  ): Promise<number> {
    const [row] = await this.tx.query<{ minutes: number | null }>(
      `SELECT SUM(minutes) AS minutes FROM hour_record
        WHERE person_id = ? AND recording_unit_id = ? AND is_current = 1 AND status = 'pending'
          AND shift_starts_at >= ? AND shift_starts_at < ?`,
      [personId, unitId, ...bounds(period)],
    );
    return Number(row?.minutes ?? 0);
  }

  /** A page of the export, by time and id; `after` is the last row of the page before. */
  export(
    unitIds: readonly string[],
    period: { readonly from: string; readonly to: string },
    after: { readonly startsAt: string; readonly id: string } | null,
    limit: number,
  ): Promise<ExportRow[]> {
    const beyond =
      after === null ? '' : 'AND (h.shift_starts_at > ? OR (h.shift_starts_at = ? AND h.id > ?))';
    return this.tx.query<ExportRow>(
      `SELECT h.id, h.shift_starts_at AS starts_at, h.minutes, h.facts, p.display_name AS person_name, h.decided_at,
              decider.display_name AS decider_name
         FROM hour_record h
         JOIN person p ON p.id = h.person_id
         LEFT JOIN person decider ON decider.id = h.decided_by
        WHERE h.recording_unit_id IN (${marks(unitIds)}) AND ${CONFIRMED}
          AND h.shift_starts_at >= ? AND h.shift_starts_at < ? ${beyond}
        ORDER BY h.shift_starts_at, h.id LIMIT ${limit}`,
      [...unitIds, ...bounds(period), ...(after === null ? [] : [after.startsAt, after.startsAt, after.id])],
    );
  }
}
