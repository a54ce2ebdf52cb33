import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';
import { anHourRecord } from './shift-builders.js';

let serial = 0;

/** A row of served time, as if a shift had been: for sums, where how the minutes came about does not matter. */
export async function someHours(
  tx: Tx,
  given: {
    personId: string;
    unitId: string;
    activityId: string;
    minutes?: number;
    status?: string;
    startsAt?: string;
    dueOn?: string;
    current?: boolean;
  },
): Promise<{ id: string }> {
  const id = `hours-${(serial += 1)}`;
  const startsAt = given.startsAt ?? '2026-11-10T02:00:00.000Z';
  const minutes = given.minutes ?? 60;
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  const named = {
    id,
    shiftId: `shift-of-${id}`,
    personId: given.personId,
    activityId: given.activityId,
    recordingUnitId: given.unitId,
  };
  await insertRows(tx, 'hour_record', [
    anHourRecord(named, {
      is_current: given.current ?? true,
      status: given.status ?? 'confirmed',
      minutes,
      due_on: given.dueOn ?? '2026-11-24',
      shift_starts_at: startsAt,
      shift_ends_at: endsAt,
    }),
  ]);
  return { id };
}
