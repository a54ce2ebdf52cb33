import { Injectable } from '@nestjs/common';
import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { HourStatus } from '@xiaolin/shared-types/hours/schema';
import { Clock } from '../../../platform/clock/clock.js';
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

interface Slice {
  /** In the district, e.g. `2026`. */
  readonly year?: string | undefined;
  readonly unitId?: string | undefined;
  readonly categoryId?: string | undefined;
}

interface StaffSlice {
  readonly status?: HourStatus | undefined;
  readonly unitId?: string | undefined;
  readonly overdue?: boolean | undefined;
}

/** Lists of hour records: the volunteer's own, and those that a staff member's scope reaches. */
@Injectable()
export class ListHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async mine(personId: string, slice: Slice, page: PageRequest): Promise<HourPage> {
    const { year, ...rest } = slice;
    const starts = year === undefined ? {} : { starts: districtYear(year) };
    const rows = await this.uow.read((tx) => new HourReader(tx).mine(personId, { ...rest, ...starts }, page));
    return cutPage(rows, page.limit, (last) => [last.shift_starts_at, last.id]);
  }

  /** A unit out of scope has no records to show. */
  async forStaff(actorId: string, filter: StaffSlice, page: PageRequest): Promise<HourPage> {
    const { status, unitId, overdue } = filter;
    const dueBefore = overdue === true ? districtDay(this.clock.now()) : undefined;
    const rows = await this.uow.read(async (tx) => {
      const reached = await this.scope.reached(tx, actorId);
      const units = unitId === undefined ? reached : reached.filter((id) => id === unitId);
      return new HourReader(tx).ofUnits(units, { status, dueBefore }, page);
    });
    return cutPage(rows, page.limit, (last) => [last.flag_count > 0 ? 0 : 1, last.due_on, last.id]);
  }
}

const districtYear = (year: string) => ({
  from: startOfDistrictDay(`${year}-01-01`).toISOString(),
  before: endOfDistrictDay(`${year}-12-31`).toISOString(),
});
