import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type {
  Computation,
  HourEvent,
  HourFlag,
  HourHistory,
  HourRecordView,
  StaffHourRecord,
} from '@xiaolin/shared-types/hours/schema';
import { readFacts } from '../rules/service-facts.js';
import type { HourViewRow } from '../use-cases/list-hours.js';
import type { History } from '../use-cases/show-history.js';
import { isProvisional, workingDaysLeft } from '../use-cases/work-calendar.js';

/** @param now for the working days that are left; only a record that waits has any. */
export function presentHourRecord(row: HourViewRow, now: Date): HourRecordView {
  const facts = readFacts(row.facts);
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    minutes: row.minutes,
    flags: row.flags === '' ? [] : (row.flags.split(',') as HourFlag[]),
    computation: presentComputation(row.computation),
    activityTitle: facts.title,
    roleName: facts.roleName,
    placeName: facts.placeName || null,
    recordingUnit: facts.unitName,
    responsibleName: facts.responsibleName,
    shiftStartsAt: row.shift_starts_at,
    shiftEndsAt: row.shift_ends_at,
    dueOn: row.due_on,
    dueOnProvisional: row.status === 'pending' && isProvisional(row.due_on),
    workingDaysLeft: row.status === 'pending' ? workingDaysLeft(row.due_on, districtDay(now)) : null,
    decidedAt: row.decided_at,
    decidedBy: row.decider_name,
    rejectionReason: row.rejection_reason,
  };
}

/** @param actorId whoever looks: nobody decides their own record. */
export const presentStaffHourRecord = (row: HourViewRow, actorId: string, now: Date): StaffHourRecord => ({
  ...presentHourRecord(row, now),
  personId: row.person_id,
  personName: row.person_name,
  mayDecide: row.person_id !== actorId,
});

/** @param personId whose records they are */
export function presentHistory({ versions, events }: History, personId: string): HourHistory {
  const facts = readFacts(versions[0].facts);
  return {
    activityTitle: facts.title,
    roleName: facts.roleName,
    shiftStartsAt: facts.startsAt,
    shiftEndsAt: facts.endsAt,
    recordingUnit: facts.unitName,
    versions: versions.map((row) => ({
      id: row.id,
      version: row.version,
      status: row.status,
      current: row.is_current === 1,
      minutes: row.minutes,
      computation: presentComputation(row.computation),
      events: events
        .filter((event) => event.subject_id === row.id)
        .map((event) => ({
          action: event.action as HourEvent['action'],
          at: event.at,
          by: event.actor_name,
          bySelf: event.actor_id === personId,
          reason: event.reason,
        })),
    })),
  };
}

/** @param json as it was stored with the version */
function presentComputation(json: string): Computation {
  const computation = JSON.parse(json) as Computation;
  const { countedFrom, countedTo, minutes } = computation;
  switch (computation.basis) {
    case 'scans':
      return {
        basis: 'scans',
        inAt: computation.inAt,
        outAt: computation.outAt,
        countedFrom,
        countedTo,
        breakMinutes: computation.breakMinutes,
        overlapMinutes: computation.overlapMinutes,
        minutes,
      };
    case 'amended':
      return {
        basis: 'amended',
        countedFrom,
        countedTo,
        fromMinutes: computation.fromMinutes,
        minutes,
        reason: computation.reason,
        source: computation.source,
      };
    case 'manual':
      return {
        basis: 'manual',
        countedFrom,
        countedTo,
        minutes,
        reason: computation.reason,
        evidence: computation.evidence,
      };
  }
}
