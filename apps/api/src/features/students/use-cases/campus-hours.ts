import { Injectable } from '@nestjs/common';
import {
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { invalidField } from '../../../platform/http/refusal.js';
import { COORDINATORS, Scope } from '../../organizations/index.js';
import { daysOf } from '../rules/ranking.js';
import { CampusHoursStore, type ClassHoursRow } from '../store/campus-hours.store.js';

export type { ClassHoursRow } from '../store/campus-hours.store.js';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What the students of a campus have served, by school and class. */
@Injectable()
export class CampusHours {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
  ) {}

  /**
   * Minutes of verified students within the caller's scope; district days, both included, this year by default.
   *
   * @throws Refusal `request.invalid` when the days stand the wrong way round.
   */
  async execute(
    actorId: string,
    asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  ): Promise<Days & { readonly rows: readonly ClassHoursRow[] }> {
    const year = daysOf('year', districtDay(this.clock.now()));
    const from = asked.from ?? year.from;
    const to = asked.to ?? year.to;
    if (to < from) throw invalidField('query.to', 'not before the first day');
    const rows = await this.uow.read(async (tx) => {
      const reached = await this.scope.reached(tx, actorId, COORDINATORS);
      return new CampusHoursStore(tx).byClass(reached, spanOf({ from, to }));
    });
    return { from, to, rows };
  }
}

export const spanOf = ({ from, to }: Days) => ({
  from: startOfDistrictDay(from).toISOString(),
  before: endOfDistrictDay(to).toISOString(),
});
