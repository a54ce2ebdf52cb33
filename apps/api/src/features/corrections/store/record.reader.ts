import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface RecordRow {
  readonly id: string;
  readonly person_id: string;
  readonly shift_id: string;
  readonly status: HourStatus;
  readonly minutes: number;
  readonly is_current: number;
}

/** Reads across features: the record that a correction is about. What changes it goes through the hours' door. */
export async function findRecord(tx: Tx, recordId: string): Promise<RecordRow | undefined> {
  const [row] = await tx.query<RecordRow>(
    'SELECT id, person_id, shift_id, status, minutes, is_current FROM hour_record WHERE id = ?',
    [recordId],
  );
  return row;
}
