import { Module } from '@nestjs/common';
import { DueDateController } from './http/due-date.controller.js';
import { RemindOfDueHours } from './use-cases/remind-of-due-hours.js';
import { ShowOverdue } from './use-cases/show-overdue.js';

@Module({
  controllers: [DueDateController],
  providers: [ShowOverdue, RemindOfDueHours],
})
export class DueDatesModule {}
