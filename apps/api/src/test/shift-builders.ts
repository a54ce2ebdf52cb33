import type { ActivityStatus } from '@xiaolin/shared-types/activities/schema';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';
import { aLine } from './builders.js';

/* Activities, roles and shifts for specs, written straight into the tables. */

let serial = 0;
const nextId = (kind: string): string => `${kind}-s${(serial += 1)}`;

/** A published activity without any line. */
export async function aPlainActivity(
  tx: Tx,
  given: { id?: string; organizationId: string; title?: string; status?: ActivityStatus; insurance?: string },
): Promise<{ id: string }> {
  const id = given.id ?? nextId('activity');
  await insertRows(tx, 'activity', [
    {
      id,
      organization_id: given.organizationId,
      title: given.title ?? '花田清理',
      summary: '',
      category_id: 'green',
      responsible_name: '李主任',
      responsible_phone: '0871-1234567',
      place_name: '万溪冲梨园',
      place_detail: '',
      latitude: null,
      longitude: null,
      risk_text: '地面湿滑',
      hazardous: false,
      insurance_text: given.insurance ?? '',
      audience_text: '',
      cover: null,
      status: given.status ?? 'published',
      version: 1,
      search_text: '',
      cancelled_reason: null,
      published_at: null,
      created_by: 'someone',
      created_at: '2026-11-01T00:00:00.000Z',
      updated_at: '2026-11-01T00:00:00.000Z',
      illustrative: true,
    },
  ]);
  return { id };
}

/** A shift of an activity, with a role of its own and a line that is open. */
export async function aShift(
  tx: Tx,
  given: {
    id?: string;
    activityId: string;
    organizationId: string;
    startsAt: string;
    endsAt: string;
    breakMinutes?: number;
    counts?: boolean;
    capacity?: number;
    published?: boolean;
    roleName?: string;
  },
): Promise<{ id: string }> {
  const roleId = nextId('role');
  const id = given.id ?? nextId('shift');
  const counts = given.counts ?? true;
  await insertRows(tx, 'service_role', [
    {
      id: roleId,
      activity_id: given.activityId,
      name: given.roleName ?? '引导员',
      description: '',
      counts,
      not_counted_reason: counts ? null : '观众',
      created_at: '2026-11-01T00:00:00.000Z',
    },
  ]);
  await insertRows(tx, 'shift', [
    {
      id,
      service_role_id: roleId,
      activity_id: given.activityId,
      break_minutes: given.breakMinutes ?? 0,
      meeting_point: null,
    },
  ]);
  await aLine(tx, {
    id,
    kind: 'shift',
    activityId: given.activityId,
    organizationId: given.organizationId,
    startsAt: given.startsAt,
    endsAt: given.endsAt,
    closesAt: given.endsAt,
    capacity: given.capacity ?? 500,
    published: given.published ?? true,
  });
  return { id };
}

/** Confirmed places of these people, and the counter that goes with them. */
export async function confirmedPlaces(tx: Tx, lineId: string, personIds: readonly string[]): Promise<void> {
  const rows = personIds.map((personId, at) => ({
    id: nextId('signup'),
    line_id: lineId,
    person_id: personId,
    status: 'confirmed',
    position: at + 1,
    registered_by: personId,
    decided_at: '2026-11-02T00:00:00.000Z',
    cancelled_at: null,
    cancel_reason: null,
  }));
  // In parts: SQLite takes only so many values in one statement.
  for (let from = 0; from < rows.length; from += 500)
    await insertRows(tx, 'signup', rows.slice(from, from + 500));
  await tx.query('UPDATE line SET taken = ?, next_position = ? WHERE id = ?', [
    personIds.length,
    personIds.length + 1,
    lineId,
  ]);
}

/** A row of `hour_record` that waits for its confirmation, in no ledger: two hours of a shift. */
export const anHourRecord = (
  given: {
    readonly id: string;
    readonly shiftId: string;
    readonly personId: string;
    readonly activityId: string;
    readonly recordingUnitId: string;
  },
  columns: Readonly<Record<string, string | number | boolean | null>> = {},
) => ({
  id: given.id,
  shift_id: given.shiftId,
  person_id: given.personId,
  activity_id: given.activityId,
  recording_unit_id: given.recordingUnitId,
  version: 1,
  is_current: true,
  status: 'pending',
  minutes: 120,
  flags: '',
  flag_count: 0,
  computation: JSON.stringify({
    basis: 'scans',
    inAt: '2026-11-20T01:00:00.000Z',
    outAt: '2026-11-20T03:00:00.000Z',
    countedFrom: '2026-11-20T01:00:00.000Z',
    countedTo: '2026-11-20T03:00:00.000Z',
    breakMinutes: 0,
    overlapMinutes: 0,
    minutes: 120,
  }),
  due_on: '2026-12-04',
  shift_starts_at: '2026-11-20T01:00:00.000Z',
  shift_ends_at: '2026-11-20T03:00:00.000Z',
  decided_by: null,
  decided_at: null,
  rejection_reason: null,
  created_at: '2026-11-20T03:00:00.000Z',
  facts: JSON.stringify({
    title: '花田清理',
    roleName: '引导员',
    content: '在入口引导来访的人',
    startsAt: '2026-11-20T01:00:00.000Z',
    endsAt: '2026-11-20T03:00:00.000Z',
    placeName: '万溪冲梨园',
    unitName: '万溪冲社区',
    responsibleName: '李主任',
  }),
  ...columns,
});
