import { Injectable } from '@nestjs/common';
import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Scope } from '../../organizations/index.js';
import { HourReader, type HourViewRow } from '../store/hour.reader.js';

export type { HourViewRow } from '../store/hour.reader.js';

export interface HourPage {
  readonly rows: readonly HourViewRow[];
  readonly nextCursor: string | null;
}

/** Lists of hour records: the volunteer's own, and those that a staff member's scope reaches. */
@Injectable()
export class ListHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
  ) {}

  async mine(personId: string, page: PageRequest): Promise<HourPage> {
    const rows = await this.uow.read((tx) => new HourReader(tx).mine(personId, page));
    return cutPage(rows, page.limit, (last) => [last.shift_starts_at, last.id]);
  }

  async forStaff(actorId: string, status: HourStatus | undefined, page: PageRequest): Promise<HourPage> {
    const rows = await this.uow.read(async (tx) =>
      new HourReader(tx).ofUnits(await this.scope.reached(tx, actorId), status, page),
    );
    return cutPage(rows, page.limit, (last) => [last.flag_count > 0 ? 0 : 1, last.due_on, last.id]);
  }
}
