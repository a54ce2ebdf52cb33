import { Injectable } from '@nestjs/common';
import type { StudentState } from '@xiaolin/shared-types/students/schema';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { COORDINATORS, Scope } from '../../organizations/index.js';
import { type CampusStudentRow, StudentStore } from '../store/student.store.js';

export type { CampusStudentRow } from '../store/student.store.js';

@Injectable()
export class ListStudents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  /** Students of the caller's own campus; of another one there is nothing to see. */
  async execute(
    actorId: string,
    state: StudentState,
    page: PageRequest,
  ): Promise<{ readonly rows: readonly CampusStudentRow[]; readonly nextCursor: string | null }> {
    const rows = await this.uow.read(async (tx) =>
      new StudentStore(tx).ofUnits(await this.scope.reached(tx, actorId, COORDINATORS), state, page),
    );
    return cutPage(rows, page.limit, (last) => [last.submitted_at ?? last.verified_at ?? '', last.person_id]);
  }
}
