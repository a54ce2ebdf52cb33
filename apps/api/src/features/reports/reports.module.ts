import { Module } from '@nestjs/common';
import { ReportController } from './http/report.controller.js';
import { MakeReport } from './use-cases/make-report.js';
import { OrderReport } from './use-cases/order-report.js';

/** Rosters, hours, summaries and sign-in sheets as files. */
@Module({
  controllers: [ReportController],
  providers: [OrderReport, MakeReport],
})
export class ReportsModule {}
