import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type {
  AuditSample,
  CorrectionCard,
  CorrectionStep,
  CorrectionView,
  ManualEntryView,
  StaffCorrectionCard,
  StaffCorrectionView,
  Unrecorded,
  UnrecordedShift,
} from '@xiaolin/shared-types/corrections/schema';
import { workingDaysLeft } from '../../hours/index.js';
import type { CorrectionViewRow, StepViewRow } from '../store/correction.store.js';
import type { ShiftColumns, UnrecordedRow } from '../store/served-shift.reader.js';
import type { CorrectionDetail, OwnShift, StaffDetail } from '../use-cases/read-corrections.js';
import type { EntryDetail, Sample } from '../use-cases/read-entries.js';

const presentShift = (row: ShiftColumns) => ({
  shiftId: row.shift_id,
  activityId: row.activity_id,
  activityTitle: row.activity_title,
  roleName: row.role_name,
  placeName: row.place_name || null,
  recordingUnit: row.unit_name,
  shiftStartsAt: row.starts_at,
  shiftEndsAt: row.ends_at,
});

const daysLeft = (dueOn: string | null, now: Date): number | null =>
  dueOn === null ? null : workingDaysLeft(dueOn, districtDay(now));

/** @param now for the working days that are left */
export const presentCard = (row: CorrectionViewRow, now: Date): CorrectionCard => ({
  id: row.id,
  wrong: row.wrong,
  status: row.status,
  outcome: row.outcome,
  ...presentShift(row),
  recordId: row.record_id,
  recordedMinutes: row.recorded_minutes,
  claimedMinutes: row.claimed_minutes,
  decidingUnit: row.deciding_name,
  dueOn: row.due_on,
  workingDaysLeft: daysLeft(row.due_on, now),
  raisedAt: row.raised_at,
});

const presentStep = (step: StepViewRow): CorrectionStep => ({
  action: step.action,
  at: step.at,
  by: step.actor_name,
  unit: step.scope_name,
  minutes: step.minutes,
  reason: step.reason,
});

const presentDetail = ({ row, steps, pictures, entry }: CorrectionDetail, now: Date) => ({
  ...presentCard(row, now),
  words: row.words,
  pictures: [...pictures],
  trail: steps.map(presentStep),
  entry: entry && { id: entry.id, status: entry.status, decidingUnit: entry.deciding_name },
});

export const presentCorrection = (detail: CorrectionDetail, now: Date): CorrectionView => ({
  ...presentDetail(detail, now),
  mayEscalate: detail.mayEscalate,
  mayWithdraw: detail.mayWithdraw,
});

export const presentStaffCard = (row: CorrectionViewRow, now: Date): StaffCorrectionCard => ({
  ...presentCard(row, now),
  personName: row.person_name,
});

export const presentStaffCorrection = (detail: StaffDetail, now: Date): StaffCorrectionView => ({
  ...presentDetail(detail, now),
  personName: detail.row.person_name,
  mostMinutes: detail.mostMinutes,
  hadPlace: detail.hadPlace,
  mayDecide: detail.mayDecide,
  needs: detail.needs,
});

export const presentOwnShift = (row: OwnShift): UnrecordedShift => ({
  ...presentShift(row),
  hadPlace: Number(row.had_place) === 1,
  mostMinutes: row.mostMinutes,
});

/** @param actorId whoever looks: nobody enters their own. */
export const presentUnrecorded = (row: UnrecordedRow, actorId: string): Unrecorded => ({
  ...presentShift(row),
  breakMinutes: row.break_minutes,
  personId: row.person_id,
  personName: row.person_name,
  mayEnter: row.person_id !== actorId,
});

export const presentEntry = ({ row, pictures, mayDecide }: EntryDetail, now: Date): ManualEntryView => ({
  id: row.id,
  status: row.status,
  ...presentShift(row),
  personName: row.person_name,
  inAt: row.in_at,
  outAt: row.out_at,
  minutes: row.minutes,
  reason: row.reason,
  pictures: [...pictures],
  hadPlace: row.had_place === 1,
  author: row.author_name,
  authorUnit: row.author_unit_name,
  decidingUnit: row.deciding_name,
  correctionId: row.correction_id,
  dueOn: row.due_on,
  workingDaysLeft: row.status === 'waiting' ? daysLeft(row.due_on, now) : null,
  decidedBy: row.decider_name,
  decidedAt: row.decided_at,
  decisionReason: row.decision_reason,
  createdAt: row.created_at,
  mayDecide,
});

export const presentSample = ({ month, complete, seed, drawnFrom, items }: Sample): AuditSample => ({
  month,
  complete,
  seed,
  drawnFrom: [...drawnFrom],
  items: items.map(({ row, evidence }) => ({
    id: row.id,
    unit: row.unit_name,
    day: districtDay(new Date(row.starts_at)),
    minutes: row.minutes,
    service: `${row.activity_title} · ${row.role_name}`,
    evidence,
  })),
});
