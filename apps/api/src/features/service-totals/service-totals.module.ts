import { Module } from '@nestjs/common';
import { ServiceTotalController } from './http/service-total.controller.js';
import { ChangeStarSteps } from './use-cases/change-star-steps.js';
import { ShowServiceTotals } from './use-cases/show-service-totals.js';

@Module({
  controllers: [ServiceTotalController],
  providers: [ShowServiceTotals, ChangeStarSteps],
})
export class ServiceTotalsModule {}
