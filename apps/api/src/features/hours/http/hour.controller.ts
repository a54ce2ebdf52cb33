import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { hourRoutes as routes } from '@xiaolin/shared-types/hours/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { ConfirmHours } from '../use-cases/confirm-hours.js';
import { HourTotals } from '../use-cases/hour-totals.js';
import { ListHours } from '../use-cases/list-hours.js';
import { RejectHours } from '../use-cases/reject-hours.js';
import { ShowHistory } from '../use-cases/show-history.js';
import { presentHistory, presentHourRecord, presentStaffHourRecord } from './hour.presenter.js';

@Controller()
export class HourController {
  constructor(
    private readonly clock: Clock,
    private readonly hourTotals: HourTotals,
    private readonly listHours: ListHours,
    private readonly showHistory: ShowHistory,
    private readonly confirmHours: ConfirmHours,
    private readonly rejectHours: RejectHours,
  ) {}

  @Endpoint(routes.totals)
  async totals(@Who() actor: Actor): Promise<Answer<typeof routes.totals>> {
    const totals = await this.hourTotals.execute(actor.personId);
    return { confirmedMinutes: totals.confirmed, pendingMinutes: totals.pending, records: totals.records };
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { query }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    const page = await this.listHours.mine(actor.personId, query, pageRequest(query, 2));
    return {
      items: page.rows.map((row) => presentHourRecord(row, this.clock.now())),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.history)
  async history(
    @Input() { params }: InputOf<typeof routes.history>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.history>> {
    const history = await this.showHistory.execute(actor.personId, params.recordId);
    return presentHistory(history, actor.personId);
  }

  @Endpoint(routes.listForStaff)
  async listForStaff(
    @Input() { query }: InputOf<typeof routes.listForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listForStaff>> {
    const page = await this.listHours.forStaff(actor.personId, query, pageRequest(query, 3));
    return {
      items: page.rows.map((row) => presentStaffHourRecord(row, actor.personId, this.clock.now())),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.confirm)
  confirm(
    @Input() { body }: InputOf<typeof routes.confirm>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.confirm>> {
    return this.confirmHours.execute(actor.personId, body);
  }

  @Endpoint(routes.reject)
  async reject(
    @Input() { params, body }: InputOf<typeof routes.reject>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.reject>> {
    const row = await this.rejectHours.execute(actor.personId, params.recordId, body.reason);
    return presentStaffHourRecord(row, actor.personId, this.clock.now());
  }
}
