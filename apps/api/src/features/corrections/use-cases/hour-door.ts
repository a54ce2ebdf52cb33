import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { insertRows, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Random } from '../../../platform/random/random.js';
import { type CountingShift, RecordHours } from '../../hours/index.js';

/** Who changes the ledger, through which membership. */
export interface By {
  readonly actorId: string;
  readonly role: string;
  readonly scopeId: string;
}

export interface HandMade {
  readonly shift: CountingShift;
  readonly personId: string;
  readonly inAt: string;
  readonly outAt: string;
}

/** What this feature asks of the ledger; stands in until the ledger's own door is there. */
@Injectable()
export class HourDoor {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly recordHours: RecordHours,
  ) {}

  /** The record as it is now. */
  async find(tx: Tx, recordId: string) {
    const [row] = await tx.query<{
      id: string;
      person_id: string;
      shift_id: string;
      status: 'pending' | 'confirmed' | 'certified' | 'rejected' | 'amended' | 'voided';
      minutes: number;
      is_current: number;
    }>('SELECT id, person_id, shift_id, status, minutes, is_current FROM hour_record WHERE id = ?', [recordId]);
    return row;
  }

  /** @throws Refusal `hours.changed-meanwhile` when it is not the latest version any more. */
  async amend(tx: Tx, recordId: string, change: { minutes: number; reason: string; by: By }): Promise<string> {
    const [row] = await tx.query<Record<string, string | number | null>>(
      `SELECT * FROM hour_record WHERE id = ?${tx.forUpdate}`,
      [recordId],
    );
    if (row?.['is_current'] !== 1) throw new Refusal('hours.changed-meanwhile');
    const id = this.random.id();
    await updateRow(tx, 'hour_record', recordId, { is_current: 0, status: 'amended' });
    await insertRows(tx, 'hour_record', [
      {
        ...row,
        id,
        version: Number(row['version']) + 1,
        status: 'confirmed',
        minutes: change.minutes,
        decided_by: change.by.actorId,
        decided_at: this.clock.instant(),
        rejection_reason: null,
        created_at: this.clock.instant(),
      },
    ]);
    return id;
  }

  async void(tx: Tx, recordId: string, change: { reason: string; by: By }): Promise<void> {
    await updateRow(tx, 'hour_record', recordId, {
      status: 'voided',
      decided_by: change.by.actorId,
      decided_at: this.clock.instant(),
    });
  }

  async addManual(tx: Tx, made: HandMade, by: By): Promise<string> {
    const served = { personId: made.personId, inAt: made.inAt, outAt: made.outAt, ticked: true, by };
    await this.recordHours.execute(tx, made.shift, [served]);
    const [row] = await tx.query<{ id: string }>(
      'SELECT id FROM hour_record WHERE shift_id = ? AND person_id = ? AND is_current = 1',
      [made.shift.shiftId, made.personId],
    );
    const id = row?.id ?? '';
    await updateRow(tx, 'hour_record', id, {
      status: 'confirmed',
      decided_by: by.actorId,
      decided_at: this.clock.instant(),
    });
    return id;
  }
}
