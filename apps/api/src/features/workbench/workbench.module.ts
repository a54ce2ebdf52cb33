import { Module } from '@nestjs/common';
import { WorkbenchController } from './http/workbench.controller.js';
import { ShowWorkbench } from './use-cases/show-workbench.js';

/** One page that reads across features; nobody depends on it, so it has no door. */
@Module({
  controllers: [WorkbenchController],
  providers: [ShowWorkbench],
})
export class WorkbenchModule {}
