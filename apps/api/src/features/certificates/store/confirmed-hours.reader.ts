import { endOfDistrictDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

/** A confirmed record with what art. 8 asks for. */
export interface ConfirmedRow {
  readonly id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly service_name: string;
  readonly content: string;
  readonly place_name: string;
  readonly minutes: number;
  readonly responsible_name: string;
}

export interface UnitRow {
  readonly unit_id: string;
  readonly unit_name: string;
  readonly minutes: number;
  readonly records: number;
  readonly first_at: string;
  readonly last_at: string;
}

/** A row of the export for entry elsewhere. */
export interface ExportRow extends ConfirmedRow {
  readonly unit_name: string;
  readonly person_name: string;
  readonly decided_at: string | null;
  readonly decider_name: string | null;
}

const CONFIRMED = `h.is_current = 1 AND h.status IN ('confirmed', 'certified') AND h.minutes > 0`;
const FACTS = `h.id, h.shift_starts_at AS starts_at, h.shift_ends_at AS ends_at, h.minutes,
    a.title AS service_name, a.place_name, a.responsible_name, r.name AS content`;
const JOINS = `JOIN activity a ON a.id = h.activity_id
    JOIN shift s ON s.id = h.shift_id
    JOIN service_role r ON r.id = s.service_role_id`;

/** The moments between which a period of district days lies. */
const bounds = ({ from, to }: { readonly from: string; readonly to: string }): [string, string] => [
  startOfDistrictDay(from).toISOString(),
  endOfDistrictDay(to).toISOString(),
];

/** What certificates and exports are made of: confirmed minutes, of one recording unit at a time. */
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

  /** Of one person and unit, in the order of time; one more than `most` shows that there are too many. */
  of(
    personId: string,
    unitId: string,
    period: { readonly from: string; readonly to: string },
    most: number,
  ): Promise<ConfirmedRow[]> {
    return this.tx.query<ConfirmedRow>(
      `SELECT ${FACTS} FROM hour_record h ${JOINS}
        WHERE h.person_id = ? AND h.recording_unit_id = ? AND ${CONFIRMED}
          AND h.shift_starts_at >= ? AND h.shift_starts_at < ?
        ORDER BY h.shift_starts_at, h.id LIMIT ${most + 1}`,
      [personId, unitId, ...bounds(period)],
    );
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
    const beyond = after === null ? '' : 'AND (h.shift_starts_at > ? OR (h.shift_starts_at = ? AND h.id > ?))';
    return this.tx.query<ExportRow>(
      `SELECT ${FACTS}, unit.name AS unit_name, p.display_name AS person_name, h.decided_at,
              decider.display_name AS decider_name
         FROM hour_record h ${JOINS}
         JOIN organization unit ON unit.id = h.recording_unit_id
         JOIN person p ON p.id = h.person_id
         LEFT JOIN person decider ON decider.id = h.decided_by
        WHERE h.recording_unit_id IN (${marks(unitIds)}) AND ${CONFIRMED}
          AND h.shift_starts_at >= ? AND h.shift_starts_at < ? ${beyond}
        ORDER BY h.shift_starts_at, h.id LIMIT ${limit}`,
      [...unitIds, ...bounds(period), ...(after === null ? [] : [after.startsAt, after.startsAt, after.id])],
    );
  }
}
