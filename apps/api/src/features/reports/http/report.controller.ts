import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { reportRoutes as routes } from '@xiaolin/shared-types/reports/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, type FileAnswer, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { MakeReport } from '../use-cases/make-report.js';
import { OrderReport } from '../use-cases/order-report.js';
import { presentOrder } from './report.presenter.js';

/** What staff take out of the system as files. */
@Controller()
export class ReportController {
  constructor(
    private readonly orderReport: OrderReport,
    private readonly makeReport: MakeReport,
  ) {}

  @Endpoint(routes.orderOfOccurrence)
  async orderOfOccurrence(
    @Input() { params, body }: InputOf<typeof routes.orderOfOccurrence>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.orderOfOccurrence>> {
    return presentOrder(await this.orderReport.ofOccurrence(actor.personId, params.occurrenceId, body));
  }

  @Endpoint(routes.orderOfHours)
  async orderOfHours(
    @Input() { params, body }: InputOf<typeof routes.orderOfHours>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.orderOfHours>> {
    return presentOrder(await this.orderReport.ofHours(actor.personId, params.organizationId, body));
  }

  @Endpoint(routes.xlsx)
  xlsx(@Input() { params }: InputOf<typeof routes.xlsx>, @Who() actor: Actor): Promise<FileAnswer> {
    return this.makeReport.execute(actor.personId, params.reportId, 'xlsx');
  }

  @Endpoint(routes.csv)
  csv(@Input() { params }: InputOf<typeof routes.csv>, @Who() actor: Actor): Promise<FileAnswer> {
    return this.makeReport.execute(actor.personId, params.reportId, 'csv');
  }

  @Endpoint(routes.pdf)
  pdf(@Input() { params }: InputOf<typeof routes.pdf>, @Who() actor: Actor): Promise<FileAnswer> {
    return this.makeReport.execute(actor.personId, params.reportId, 'pdf');
  }
}
