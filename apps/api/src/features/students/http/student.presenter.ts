import type { RankingView } from '@xiaolin/shared-types/rankings/schema';
import type {
  CampusHours as CampusHoursView,
  CampusHoursRow,
  CampusStudent,
  StudentProfileView,
} from '@xiaolin/shared-types/students/schema';
import { LEAST_IN_RANKING } from '../rules/ranking.js';
import type { CampusHours, ClassHoursRow } from '../use-cases/campus-hours.js';
import type { StudentRow } from '../use-cases/keep-student.js';
import type { CampusStudentRow } from '../use-cases/list-students.js';
import type { SchoolRanking } from '../use-cases/rank-students.js';

export const presentProfile = (row: StudentRow | undefined): { profile: StudentProfileView | null } => ({
  profile:
    row === undefined
      ? null
      : {
          universityId: row.university_id,
          universityName: row.university_name,
          schoolId: row.school_id,
          schoolName: row.school_name,
          studentNumber: row.student_number,
          realName: row.real_name,
          className: row.class_name,
          entryYear: row.entry_year,
          state: row.state,
          reason: row.decision_reason,
          submittedAt: row.submitted_at,
        },
});

export const presentCampusStudent = (row: CampusStudentRow): CampusStudent => ({
  personId: row.person_id,
  displayName: row.display_name,
  realName: row.real_name,
  universityName: row.university_name,
  schoolName: row.school_name,
  studentNumber: row.student_number,
  className: row.class_name,
  entryYear: row.entry_year,
  state: row.state,
  reason: row.decision_reason,
  submittedAt: row.submitted_at,
  numberNamedTwice: Number(row.same_number) > 0,
});

export const presentClassHours = (row: ClassHoursRow): CampusHoursRow => ({
  universityName: row.university_name,
  schoolName: row.school_name,
  className: row.class_name,
  entryYear: row.entry_year,
  students: row.students,
  served: row.served,
  confirmedMinutes: row.confirmed,
  pendingMinutes: row.pending,
});

/** Every student is in one class, so that the sums are people, too. */
export const presentCampusHours = ({
  from,
  to,
  rows,
}: Awaited<ReturnType<CampusHours['execute']>>): CampusHoursView => ({
  from,
  to,
  total: {
    students: rows.reduce((sum, row) => sum + row.students, 0),
    served: rows.reduce((sum, row) => sum + row.served, 0),
    confirmedMinutes: rows.reduce((sum, row) => sum + row.confirmed, 0),
    pendingMinutes: rows.reduce((sum, row) => sum + row.pending, 0),
  },
  rows: rows.map(presentClassHours),
});

/** @param viewerId whose own line is marked; nobody else's id goes out. */
export const presentRanking = (
  { student, period, from, to, ranking }: SchoolRanking,
  viewerId: string,
): RankingView => ({
  state: student === null ? 'no-campus' : ranking.state,
  universityName: student?.university_name ?? null,
  schoolName: student?.school_name ?? null,
  period,
  from,
  to,
  least: LEAST_IN_RANKING,
  notShown: ranking.notShown,
  items: ranking.items.map((item) => ({
    rank: item.rank,
    name: item.name,
    minutes: item.minutes,
    me: item.personId === viewerId,
  })),
});
