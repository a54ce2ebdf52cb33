import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import {
  type MineFilter,
  type MySignupRow,
  SignupReader,
  type WithDates,
  withDates,
  type WithGuests,
  withGuests,
} from '../store/signup.reader.js';

@Injectable()
export class ListMySignups {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(personId: string, filter: MineFilter, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const now = this.clock.now();
      const rows = await new SignupReader(tx).mine(personId, filter, now.toISOString(), page);
      const cut = cutPage(rows, page.limit, (row) => [row.sort_at, row.id]);
      return { ...cut, now, rows: await withDates(tx, await withGuests(tx, cut.rows)) };
    });
  }

  /** @throws Refusal `signup.unknown`, also for somebody else's. */
  one(
    personId: string,
    signupId: string,
  ): Promise<{ readonly row: WithDates<WithGuests<MySignupRow>>; readonly now: Date }> {
    return this.uow.read(async (tx) => {
      const row = await new SignupReader(tx).mineOne(personId, signupId, this.clock.instant());
      const [found] = await withDates(tx, await withGuests(tx, row === undefined ? [] : [row]));
      if (found === undefined) throw new Refusal('signup.unknown');
      return { row: found, now: this.clock.now() };
    });
  }
}
