import { Injectable } from '@nestjs/common';
import type { SaveStudent } from '@xiaolin/shared-types/students/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { namedOrganizations } from '../../organizations/index.js';
import { RankingConsentStore } from '../store/ranking-consent.store.js';
import { type SaidColumns, type StudentRow, StudentStore } from '../store/student.store.js';

export type { StudentRow } from '../store/student.store.js';

/** What somebody says about their own studies. */
@Injectable()
export class KeepStudent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  show(personId: string): Promise<StudentRow | undefined> {
    return this.uow.read((tx) => new StudentStore(tx).find(personId));
  }

  /**
   * Says it, or says it anew: then it waits for the campus again, and until then the person is no verified student.
   * The same again changes nothing, a verification included — unless it was turned down, where it asks for another look.
   *
   * @throws Refusal `organization.unknown` where the university is none or the school is not one of its own.
   */
  save(personId: string, said: SaveStudent): Promise<StudentRow | undefined> {
    return this.uow.run(async (tx) => {
      const store = new StudentStore(tx);
      const before = (await store.lock([personId]))[0];
      await checkPlace(tx, said);
      const columns: SaidColumns = {
        university_id: said.universityId,
        school_id: said.schoolId,
        student_number: said.studentNumber,
        real_name: said.realName,
        class_name: said.className,
        entry_year: said.entryYear,
      };
      const standing = before?.state === 'verified' || before?.state === 'waiting';
      if (before !== undefined && standing && isSame(before, columns)) return before;
      await store.save(personId, columns, this.clock.instant());
      await this.#note(tx, personId, 'said', before, 'waiting');
      return store.find(personId);
    });
  }

  /** Takes it back, and the consent that rested on it. */
  forget(personId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const store = new StudentStore(tx);
      const [before] = await store.lock([personId]);
      if (before === undefined) return;
      await store.remove(personId);
      await new RankingConsentStore(tx).remove(personId);
      await this.#note(tx, personId, 'forgot', before, null);
    });
  }

  async #note(
    tx: Tx,
    personId: string,
    action: string,
    before: StudentRow | undefined,
    after: string | null,
  ): Promise<void> {
    const entry = {
      subjectKind: 'student',
      subjectId: personId,
      actorId: personId,
      actorRole: 'student',
      scopeId: null,
      action,
      before: before?.state ?? null,
      after,
      reason: null,
    };
    await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}

/** The real name of a verified student; null for anybody else. For whoever prints names that others rely on. */
export const verifiedName = (tx: Tx, personId: string): Promise<string | null> =>
  new StudentStore(tx).verifiedName(personId);

const isSame = (row: StudentRow, said: SaidColumns): boolean =>
  (Object.keys(said) as (keyof SaidColumns)[]).every((column) => row[column] === said[column]);

async function checkPlace(tx: Tx, { universityId, schoolId }: SaveStudent): Promise<void> {
  const named = await namedOrganizations(tx, [universityId, ...(schoolId === null ? [] : [schoolId])]);
  const university = named.find(({ id }) => id === universityId);
  if (university?.kind !== 'university')
    throw new Refusal('organization.unknown', {}, [{ path: 'body.universityId', message: '选一所高校' }]);
  if (schoolId === null) return;
  const school = named.find(({ id }) => id === schoolId);
  if (school?.kind !== 'school' || !school.path.startsWith(university.path))
    throw new Refusal('organization.unknown', {}, [{ path: 'body.schoolId', message: '选这所高校的学院' }]);
}
