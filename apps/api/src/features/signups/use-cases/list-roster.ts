import { Injectable } from '@nestjs/common';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { LineStore } from '../store/line.store.js';
import { type RosterFilter, SignupReader, withGuests } from '../store/signup.reader.js';

@Injectable()
export class ListRoster {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`. */
  execute(actorId: string, occurrenceId: string, filter: RosterFilter, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const line = await new LineStore(tx).find(occurrenceId);
      if (line === undefined || line.kind === 'shift') throw new Refusal('occurrence.unknown');
      await this.scope.require(tx, actorId, line.organization_id);
      const rows = await new SignupReader(tx).roster(occurrenceId, filter, page);
      const cut = cutPage(rows, page.limit, (row) => [row.position]);
      return { ...cut, rows: await withGuests(tx, cut.rows) };
    });
  }
}
