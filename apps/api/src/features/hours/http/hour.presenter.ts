import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type {
  Computation,
  HourFlag,
  HourRecordView,
  StaffHourRecord,
} from '@xiaolin/shared-types/hours/schema';
import type { HourViewRow } from '../use-cases/list-hours.js';
import { isProvisional, workingDaysLeft } from '../use-cases/work-calendar.js';

/** @param now for the working days that are left; only a record that waits has any. */
export const presentHourRecord = (row: HourViewRow, now: Date): HourRecordView => ({
  id: row.id,
  version: row.version,
  status: row.status,
  minutes: row.minutes,
  flags: row.flags === '' ? [] : (row.flags.split(',') as HourFlag[]),
  computation: presentComputation(JSON.parse(row.computation) as Computation),
  activityTitle: row.activity_title,
  roleName: row.role_name,
  placeName: row.place_name || null,
  recordingUnit: row.unit_name,
  responsibleName: row.responsible_name,
  shiftStartsAt: row.shift_starts_at,
  shiftEndsAt: row.shift_ends_at,
  dueOn: row.due_on,
  dueOnProvisional: row.status === 'pending' && isProvisional(row.due_on),
  workingDaysLeft: row.status === 'pending' ? workingDaysLeft(row.due_on, districtDay(now)) : null,
  decidedAt: row.decided_at,
  decidedBy: row.decider_name,
  rejectionReason: row.rejection_reason,
});

/** @param actorId whoever looks: nobody decides their own record. */
export const presentStaffHourRecord = (row: HourViewRow, actorId: string, now: Date): StaffHourRecord => ({
  ...presentHourRecord(row, now),
  personId: row.person_id,
  personName: row.person_name,
  mayDecide: row.person_id !== actorId,
});

const presentComputation = (computation: Computation): Computation => ({
  inAt: computation.inAt,
  outAt: computation.outAt,
  countedFrom: computation.countedFrom,
  countedTo: computation.countedTo,
  breakMinutes: computation.breakMinutes,
  overlapMinutes: computation.overlapMinutes,
  minutes: computation.minutes,
});
