import { marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { CONFIRMED, PENDING } from '../../hours/index.js';
import { StudentStore } from './student.store.js';

/** Moments between which a shift starts, the second not included. */
export interface Span {
  readonly from: string;
  readonly before: string;
}

export interface ClassHoursRow {
  readonly university_name: string;
  readonly school_name: string | null;
  readonly class_name: string | null;
  readonly entry_year: number | null;
  readonly students: number;
  readonly served: number;
  readonly confirmed: number;
  readonly pending: number;
}

export interface CandidateRow {
  readonly person_id: string;
  readonly display_name: string;
  readonly shown_name: string | null;
  readonly minutes: number;
}

/** Sums over the records of students; nothing of where and for whom they served is read. */
export class CampusHoursStore {
  constructor(private readonly tx: Tx) {}

  async byClass(unitIds: readonly string[], span: Span): Promise<ClassHoursRow[]> {
    const counted = [...CONFIRMED, ...PENDING];
    const rows = await this.tx.query<ClassHoursRow>(
      `SELECT university.name AS university_name, school.name AS school_name, profile.class_name,
              profile.entry_year, COUNT(*) AS students,
              SUM(CASE WHEN served.confirmed > 0 THEN 1 ELSE 0 END) AS served,
              SUM(COALESCE(served.confirmed, 0)) AS confirmed, SUM(COALESCE(served.pending, 0)) AS pending
         FROM student_profile profile
         JOIN organization university ON university.id = profile.university_id
         LEFT JOIN organization school ON school.id = profile.school_id
         LEFT JOIN (
           SELECT h.person_id,
                  SUM(CASE WHEN h.status IN (${marks(CONFIRMED)}) THEN h.minutes ELSE 0 END) AS confirmed,
                  SUM(CASE WHEN h.status IN (${marks(PENDING)}) THEN h.minutes ELSE 0 END) AS pending
             FROM hour_record h JOIN student_profile student ON student.person_id = h.person_id
            WHERE h.is_current = 1 AND h.status IN (${marks(counted)})
              AND h.shift_starts_at >= ? AND h.shift_starts_at < ?
            GROUP BY h.person_id) served ON served.person_id = profile.person_id
        WHERE ${StudentStore.unit} IN (${marks(unitIds)}) AND ${StudentStore.verified}
        GROUP BY university.sort, university.id, university.name, school.sort, school.id, school.name,
                 profile.entry_year, profile.class_name
        ORDER BY university.sort, university.id, school.sort, school.id, profile.entry_year DESC, profile.class_name`,
      [...CONFIRMED, ...PENDING, ...counted, span.from, span.before, ...unitIds],
    );
    // Sums come as text from one driver.
    return rows.map((row) => ({
      ...row,
      students: Number(row.students),
      served: Number(row.served),
      confirmed: Number(row.confirmed),
      pending: Number(row.pending),
    }));
  }

  /** Verified students of one school (or of a university without schools) with their confirmed minutes. */
  async candidates(
    of: { readonly universityId: string; readonly schoolId: string | null },
    span: Span,
  ): Promise<CandidateRow[]> {
    const school = of.schoolId === null ? 'profile.school_id IS NULL' : 'profile.school_id = ?';
    const rows = await this.tx.query<CandidateRow>(
      `SELECT person.id AS person_id, person.display_name, consent.shown_name, SUM(h.minutes) AS minutes
         FROM student_profile profile
         JOIN person ON person.id = profile.person_id
         JOIN hour_record h ON h.person_id = profile.person_id
         LEFT JOIN ranking_consent consent ON consent.person_id = profile.person_id
        WHERE profile.university_id = ? AND ${school} AND ${StudentStore.verified}
          AND h.is_current = 1 AND h.status IN (${marks(CONFIRMED)})
          AND h.shift_starts_at >= ? AND h.shift_starts_at < ?
        GROUP BY person.id, person.display_name, consent.shown_name`,
      [of.universityId, ...(of.schoolId === null ? [] : [of.schoolId]), ...CONFIRMED, span.from, span.before],
    );
    return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
  }
}
