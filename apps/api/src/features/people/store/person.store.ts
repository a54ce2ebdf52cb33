import type { DemoPersonView } from '@xiaolin/shared-types/people/schema';
import { insertMissing, insertRows, marks, updateRow } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface PersonRow {
  readonly id: string;
  readonly display_name: string;
  readonly illustrative: number;
  readonly home_id: string | null;
  readonly birth_year: number | null;
}

/** What activities that are not for everyone ask about somebody. */
export interface CandidateRow {
  readonly id: string;
  readonly display_name: string;
  readonly birth_year: number | null;
  readonly home_path: string | null;
  /** Of the university that has verified the student. */
  readonly university_path: string | null;
}

export interface DemoPersonRow extends PersonRow {
  readonly demo_kind: DemoPersonView['kind'];
  readonly demo_description: string | null;
}

export interface StudentRow {
  readonly university_name: string;
  readonly school_name: string | null;
  readonly verified_at: string | null;
}

const COLUMNS = 'id, display_name, illustrative, home_id, birth_year';

export class PersonStore {
  constructor(private readonly tx: Tx) {}

  async find(id: string): Promise<PersonRow | undefined> {
    const [row] = await this.tx.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = ?`, [id]);
    return row;
  }

  async findByOpenId(openId: string): Promise<PersonRow | undefined> {
    const [row] = await this.tx.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE wechat_open_id = ?`, [
      openId,
    ]);
    return row;
  }

  /** Adds somebody who came through WeChat, unless another request for the same open id was faster. */
  async addFromWechat(person: {
    id: string;
    displayName: string;
    openId: string;
    createdAt: string;
  }): Promise<void> {
    await insertMissing(
      this.tx,
      'person',
      ['wechat_open_id'],
      [
        {
          id: person.id,
          display_name: person.displayName,
          phone: null,
          wechat_open_id: person.openId,
          demo_kind: null,
          demo_description: null,
          illustrative: false,
          created_at: person.createdAt,
        },
      ],
    );
  }

  /** Locks somebody; whether they exist. */
  async lock(id: string): Promise<boolean> {
    const rows = await this.tx.query(`SELECT id FROM person WHERE id = ?${this.tx.forUpdate}`, [id]);
    return rows.length > 0;
  }

  /** Adds people whom staff signed up. */
  addWithoutWechat(
    people: readonly { readonly id: string; readonly displayName: string; readonly phone: string | null }[],
    at: string,
  ): Promise<void> {
    return insertRows(
      this.tx,
      'person',
      people.map(({ id, displayName, phone }) => ({
        id,
        display_name: displayName,
        phone,
        wechat_open_id: null,
        demo_kind: null,
        demo_description: null,
        illustrative: false,
        created_at: at,
      })),
    );
  }

  rename(id: string, displayName: string): Promise<void> {
    return updateRow(this.tx, 'person', id, { display_name: displayName });
  }

  saveDetails(
    id: string,
    set: { readonly homeId: string | null; readonly birthYear: number | null },
  ): Promise<void> {
    return updateRow(this.tx, 'person', id, { home_id: set.homeId, birth_year: set.birthYear });
  }

  async candidates(ids: readonly string[]): Promise<CandidateRow[]> {
    if (ids.length === 0) return [];
    return this.tx.query<CandidateRow>(
      `SELECT person.id, person.display_name, person.birth_year, home.path AS home_path,
              CASE WHEN profile.verified_at IS NULL THEN NULL ELSE university.path END AS university_path
         FROM person
         LEFT JOIN organization home ON home.id = person.home_id
         LEFT JOIN student_profile profile ON profile.person_id = person.id
         LEFT JOIN organization university ON university.id = profile.university_id
        WHERE person.id IN (${marks(ids)})`,
      ids,
    );
  }

  listDemo(): Promise<DemoPersonRow[]> {
    return this.tx.query<DemoPersonRow>(
      `SELECT ${COLUMNS}, demo_kind, demo_description FROM person WHERE demo_kind IS NOT NULL ORDER BY created_at, id`,
    );
  }

  async findDemo(id: string): Promise<PersonRow | undefined> {
    const [row] = await this.tx.query<PersonRow>(
      `SELECT ${COLUMNS} FROM person WHERE id = ? AND demo_kind IS NOT NULL`,
      [id],
    );
    return row;
  }

  async studentOf(personId: string): Promise<StudentRow | undefined> {
    const [row] = await this.tx.query<StudentRow>(
      `SELECT university.name AS university_name, school.name AS school_name, profile.verified_at
         FROM student_profile profile
         JOIN organization university ON university.id = profile.university_id
         LEFT JOIN organization school ON school.id = profile.school_id
        WHERE profile.person_id = ?`,
      [personId],
    );
    return row;
  }
}
