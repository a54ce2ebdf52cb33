import { Injectable } from '@nestjs/common';
import { endOfDistrictDay, startOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { subtreeOf } from '../../organizations/index.js';
import { LINE_COLUMNS } from '../../signups/index.js';
import { ShiftReader, type ShiftRow } from '../store/shift.reader.js';

export interface ShiftQuery {
  /** District days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly activityId?: string | undefined;
}

/** What anybody may see of shifts. */
@Injectable()
export class ListShifts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Shifts that have not begun. @throws Refusal `organization.unknown`. */
  async execute(
    query: ShiftQuery,
    page: PageRequest,
  ): Promise<{ rows: readonly ShiftRow[]; nextCursor: string | null }> {
    const now = this.clock.instant();
    // One millisecond before the day begins, because a shift that starts now has begun.
    const dayBegins =
      query.from === undefined ? now : new Date(startOfDistrictDay(query.from).getTime() - 1).toISOString();
    const rows = await this.uow.read(async (tx) =>
      new ShiftReader(tx, LINE_COLUMNS).list(
        {
          after: dayBegins > now ? dayBegins : now,
          before: query.to === undefined ? null : endOfDistrictDay(query.to).toISOString(),
          organizationIds:
            query.organizationId === undefined ? null : await subtreeOf(tx, query.organizationId),
          activityId: query.activityId ?? null,
        },
        page,
      ),
    );
    return cutPage(rows, page.limit, (last) => [last.starts_at, last.id]);
  }

  /** @throws Refusal `shift.unknown`, also for one whose activity was never published. */
  async one(shiftId: string): Promise<ShiftRow> {
    const row = await this.uow.read((tx) => new ShiftReader(tx, LINE_COLUMNS).findPublished(shiftId));
    if (row === undefined) throw new Refusal('shift.unknown');
    return row;
  }
}
