import type { StudentState } from '@xiaolin/shared-types/students/schema';
import { insertMissing, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

export interface StudentRow {
  readonly person_id: string;
  readonly university_id: string;
  readonly school_id: string | null;
  readonly student_number: string;
  readonly real_name: string | null;
  readonly class_name: string | null;
  readonly entry_year: number | null;
  readonly verified_at: string | null;
  readonly submitted_at: string | null;
  readonly decision_reason: string | null;
  readonly state: StudentState;
  readonly university_name: string;
  readonly school_name: string | null;
}

export interface CampusStudentRow extends StudentRow {
  readonly display_name: string;
  readonly same_number: number;
}

/** What a student says, as columns. */
export type SaidColumns = Pick<
  StudentRow,
  'university_id' | 'school_id' | 'student_number' | 'real_name' | 'class_name' | 'entry_year'
>;

/** Stands here once: other features read `verified_at`, which alone makes a student verified. */
const STATE = `CASE WHEN profile.verified_at IS NOT NULL THEN 'verified'
  ELSE COALESCE(profile.refused_as, 'waiting') END`;

/** The organization whose coordinator decides: the school, or the university where none is named. */
const UNIT = 'COALESCE(profile.school_id, profile.university_id)';

/** Rows from before there was a form were sent when they were verified. */
const SENT = `COALESCE(profile.submitted_at, profile.verified_at, '')`;

const COLUMNS = `profile.person_id, profile.university_id, profile.school_id, profile.student_number,
  profile.real_name, profile.class_name, profile.entry_year, profile.verified_at, profile.submitted_at, profile.decision_reason,
  ${STATE} AS state, university.name AS university_name, school.name AS school_name`;

const FROM = `FROM student_profile profile
  JOIN organization university ON university.id = profile.university_id
  LEFT JOIN organization school ON school.id = profile.school_id`;

export class StudentStore {
  constructor(private readonly tx: Tx) {}

  static readonly verified = 'profile.verified_at IS NOT NULL';
  static readonly unit = UNIT;

  async find(personId: string): Promise<StudentRow | undefined> {
    const [row] = await this.tx.query<StudentRow>(`SELECT ${COLUMNS} ${FROM} WHERE profile.person_id = ?`, [
      personId,
    ]);
    return row;
  }

  /** What a campus vouches for, and nobody else. */
  async verifiedName(personId: string): Promise<string | null> {
    const [row] = await this.tx.query<{ real_name: string | null }>(
      `SELECT profile.real_name FROM student_profile profile
        WHERE profile.person_id = ? AND ${StudentStore.verified}`,
      [personId],
    );
    return row?.real_name ?? null;
  }

  /** Locks profiles in one order, and then whoever named one of their numbers, so that no two are verified with one. */
  async lock(personIds: readonly string[]): Promise<StudentRow[]> {
    await this.tx.query(
      `SELECT person_id FROM student_profile WHERE person_id IN (${marks(personIds)})
        ORDER BY person_id${this.tx.forUpdate}`,
      personIds,
    );
    await this.tx.query(
      `SELECT other.person_id FROM student_profile other
        WHERE EXISTS (SELECT 1 FROM student_profile mine WHERE mine.person_id IN (${marks(personIds)})
                AND mine.university_id = other.university_id AND mine.student_number = other.student_number)
        ORDER BY other.person_id${this.tx.forUpdate}`,
      personIds,
    );
    return this.tx.query<StudentRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE profile.person_id IN (${marks(personIds)})`,
      personIds,
    );
  }

  /** Verified holders of these profiles' numbers, other than themselves. */
  async numberHolders(
    rows: readonly StudentRow[],
  ): Promise<readonly Pick<StudentRow, 'person_id' | 'university_id' | 'student_number'>[]> {
    if (rows.length === 0) return [];
    return this.tx.query(
      `SELECT profile.person_id, profile.university_id, profile.student_number FROM student_profile profile
        WHERE profile.university_id IN (${marks(rows)}) AND profile.student_number IN (${marks(rows)})
          AND ${StudentStore.verified}`,
      [...rows.map((row) => row.university_id), ...rows.map((row) => row.student_number)],
    );
  }

  /** Of these units, in one state, who was sent first first. */
  ofUnits(unitIds: readonly string[], state: StudentState, page: PageRequest): Promise<CampusStudentRow[]> {
    const after = page.after === null ? '' : `AND (${SENT}, profile.person_id) > (?, ?)`;
    return this.tx.query<CampusStudentRow>(
      `SELECT ${COLUMNS}, person.display_name,
              (SELECT COUNT(*) FROM student_profile other
                WHERE other.university_id = profile.university_id
                  AND other.student_number = profile.student_number
                  AND other.person_id <> profile.person_id) AS same_number
         ${FROM}
         JOIN person ON person.id = profile.person_id
        WHERE ${UNIT} IN (${marks(unitIds)}) AND ${STATE} = ? ${after}
        ORDER BY ${SENT}, profile.person_id LIMIT ${page.limit + 1}`,
      [...unitIds, state, ...(page.after ?? [])],
    );
  }

  /** As somebody says it: waits from now on. */
  async save(personId: string, said: SaidColumns, at: string): Promise<void> {
    const set = { ...said, verified_at: null, submitted_at: at, refused_as: null, decision_reason: null };
    await insertMissing(this.tx, 'student_profile', ['person_id'], [{ person_id: personId, ...set }]);
    await this.tx.query(
      `UPDATE student_profile SET ${Object.keys(set)
        .map((column) => `${column} = ?`)
        .join(', ')} WHERE person_id = ?`,
      [...Object.values(set), personId],
    );
  }

  async remove(personId: string): Promise<void> {
    await this.tx.query('DELETE FROM student_profile WHERE person_id = ?', [personId]);
  }

  async decide(
    personIds: readonly string[],
    to: {
      readonly verifiedAt: string | null;
      readonly refusedAs: StudentState | null;
      readonly reason: string | null;
    },
  ): Promise<void> {
    await this.tx.query(
      `UPDATE student_profile SET verified_at = ?, refused_as = ?, decision_reason = ?
        WHERE person_id IN (${marks(personIds)})`,
      [to.verifiedAt, to.refusedAs, to.reason, ...personIds],
    );
  }
}
