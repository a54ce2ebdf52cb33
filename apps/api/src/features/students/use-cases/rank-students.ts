import { Injectable } from '@nestjs/common';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { RankingPeriod, ShownName } from '@xiaolin/shared-types/rankings/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { daysOf, rank, type Ranking } from '../rules/ranking.js';
import { CampusHoursStore } from '../store/campus-hours.store.js';
import { type StudentRow, StudentStore } from '../store/student.store.js';
import { type Days, spanOf } from './campus-hours.js';

export interface SchoolRanking extends Days {
  readonly period: RankingPeriod;
  /** Null where the caller is no verified student. */
  readonly student: StudentRow | null;
  readonly ranking: Ranking;
}

/** The ranking of one's own school. */
@Injectable()
export class RankStudents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Anybody verified may look, whether they agreed to be shown or not: looking is no reason to agree. */
  execute(personId: string, period: RankingPeriod): Promise<SchoolRanking> {
    const days = daysOf(period, districtDay(this.clock.now()));
    return this.uow.read(async (tx) => {
      const student = await new StudentStore(tx).find(personId);
      if (student?.state !== 'verified')
        return { period, ...days, student: null, ranking: { state: 'too-few', notShown: 0, items: [] } };
      const rows = await new CampusHoursStore(tx).candidates(
        { universityId: student.university_id, schoolId: student.school_id },
        spanOf(days),
      );
      const candidates = rows.map((row) => ({
        personId: row.person_id,
        name: row.display_name,
        minutes: row.minutes,
        shownName: row.shown_name as ShownName | null,
      }));
      return { period, ...days, student, ranking: rank(candidates, personId) };
    });
  }
}
