import { Injectable } from '@nestjs/common';
import type { AnswerSheet, GivenAnswer } from '@xiaolin/shared-types/signups/questions';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { answersEnd } from '../rules/answers-end.js';
import { AnswerStore } from '../store/answer.store.js';
import { LineStore } from '../store/line.store.js';

/** What people answered: for the organiser's staff alone. */
@Injectable()
export class ListAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`. */
  execute(
    actorId: string,
    occurrenceId: string,
    page: PageRequest,
  ): Promise<{ readonly items: AnswerSheet[]; readonly nextCursor: string | null }> {
    return this.uow.read(async (tx) => {
      const line = await new LineStore(tx).find(occurrenceId);
      if (line === undefined || line.kind === 'shift') throw new Refusal('occurrence.unknown');
      await this.scope.require(tx, actorId, line.organization_id);
      const deletedOn = answersEnd(line.ends_at, line.answers_keep_days);
      const cut = cutPage(await new AnswerStore(tx).sheets(occurrenceId, page), page.limit, (row) => [
        row.position,
      ]);
      const items = cut.rows.map((row) => ({
        signupId: row.signup_id,
        displayName: row.display_name,
        answers: JSON.parse(row.answers) as GivenAnswer[],
        deletedOn,
      }));
      return { items, nextCursor: cut.nextCursor };
    });
  }
}
