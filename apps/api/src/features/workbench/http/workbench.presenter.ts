import type { TodayItem, WorkbenchView } from '@xiaolin/shared-types/workbench/routes';
import { presentLine } from '../../signups/index.js';
import type { Workbench } from '../use-cases/show-workbench.js';

const presentToday = ({ occurrence, shifts }: Workbench['today'][number]): TodayItem => ({
  activityId: occurrence.activity_id,
  occurrenceId: occurrence.id,
  title: occurrence.title,
  startsAt: occurrence.starts_at,
  endsAt: occurrence.ends_at,
  placeName: occurrence.place_name === '' ? null : occurrence.place_name,
  organizationName: occurrence.organization_name,
  line: presentLine(occurrence),
  shifts: shifts.map((shift) => ({
    id: shift.id,
    roleName: shift.role_name,
    startsAt: shift.starts_at,
    endsAt: shift.ends_at,
    taken: shift.taken,
    needed: shift.capacity,
  })),
});

export const presentWorkbench = ({
  today,
  pendingHours,
  corrections,
  entries,
  waysOut,
  qualifications,
  drafts,
}: Workbench): WorkbenchView => ({
  today: today.map(presentToday),
  pendingHours: {
    records: pendingHours.records,
    flagged: pendingHours.flagged,
    workingDaysLeft: pendingHours.workingDaysLeft,
    overdue: pendingHours.overdue,
  },
  corrections: { count: corrections.count, workingDaysLeft: corrections.workingDaysLeft },
  entries: { count: entries.count, workingDaysLeft: entries.workingDaysLeft },
  waysOut,
  qualifications,
  drafts: drafts.map((draft) => ({ id: draft.id, title: draft.title, updatedAt: draft.updated_at })),
});
