import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type MineFilter, type MySignupRow, SignupReader } from '../store/signup.reader.js';

@Injectable()
export class ListMySignups {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(personId: string, filter: MineFilter, page: PageRequest) {
    const rows = await this.uow.read((tx) =>
      new SignupReader(tx).mine(personId, filter, this.clock.instant(), page),
    );
    return cutPage(rows, page.limit, (row) => [row.starts_at, row.id]);
  }

  /** @throws Refusal `signup.unknown`, also for somebody else's. */
  async one(personId: string, signupId: string): Promise<MySignupRow> {
    const row = await this.uow.read((tx) => new SignupReader(tx).mineOne(personId, signupId));
    if (row === undefined) throw new Refusal('signup.unknown');
    return row;
  }
}
