import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';
import { aPlainActivity, anHourRecord, aShift } from './shift-builders.js';

let serial = 0;

/** Hour records of one person at one unit on days one after another, confirmed unless told otherwise. */
export async function confirmedRecords(
  tx: Tx,
  personId: string,
  unitId: string,
  given: {
    readonly minutes: readonly number[];
    readonly status?: string;
    readonly firstDay?: string;
    readonly title?: string;
    readonly unitName?: string;
  },
): Promise<string[]> {
  const title = given.title ?? '花田清理';
  const activity = await aPlainActivity(tx, { organizationId: unitId, title });
  const ids: string[] = [];
  for (const [at, minutes] of given.minutes.entries()) {
    const start = new Date(Date.parse(`${given.firstDay ?? '2026-03-01'}T06:00:00.000Z`) + at * 86_400_000);
    const startsAt = start.toISOString();
    const endsAt = new Date(start.getTime() + 4 * 3_600_000).toISOString();
    const shift = await aShift(tx, { activityId: activity.id, organizationId: unitId, startsAt, endsAt });
    const id = `certified-${(serial += 1)}`;
    await insertRows(tx, 'hour_record', [
      anHourRecord(
        { id, shiftId: shift.id, personId, activityId: activity.id, recordingUnitId: unitId },
        {
          status: given.status ?? 'confirmed',
          minutes,
          shift_starts_at: startsAt,
          shift_ends_at: endsAt,
          facts: JSON.stringify({
            title,
            roleName: '引导员',
            content: '在入口引导来访的人',
            startsAt,
            endsAt,
            placeName: '万溪冲梨园',
            unitName: given.unitName ?? '万溪冲社区',
            responsibleName: '李主任',
          }),
        },
      ),
    ]);
    ids.push(id);
  }
  return ids;
}

/** A certificate that stands in the table, of no records at all. */
export async function aCertificate(tx: Tx, id: string, unitId: string, personId: string): Promise<string> {
  await insertRows(tx, 'certificate', [
    {
      id,
      number: `ZM26-${(serial += 1)}`,
      person_id: personId,
      unit_id: unitId,
      unit_name: unitId,
      holder_name: '杨思远',
      period_from: '2026-01-01',
      period_to: '2026-11-20',
      total_minutes: 120,
      record_count: 1,
      state: 'issued',
      superseded_because: null,
      revoked_reason: null,
      seal_id: null,
      ledger_sequence: null,
      ledger_hash: null,
      statement: '',
      issued_on: '2026-11-21',
      issued_at: new Date(Date.parse('2026-11-21T02:00:00.000Z') + serial * 1_000).toISOString(),
      illustrative: true,
    },
  ]);
  return id;
}
