import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { HourController } from './http/hour.controller.js';
import { ConfirmHours } from './use-cases/confirm-hours.js';
import { DecideHours } from './use-cases/decide-hours.js';
import { FlagHours } from './use-cases/flag-hours.js';
import { HourTotals } from './use-cases/hour-totals.js';
import { ListHours } from './use-cases/list-hours.js';
import { RecordHours } from './use-cases/record-hours.js';
import { RejectHours } from './use-cases/reject-hours.js';

@Module({
  imports: [InboxModule],
  controllers: [HourController],
  providers: [RecordHours, FlagHours, DecideHours, ConfirmHours, RejectHours, ListHours, HourTotals],
  exports: [RecordHours, FlagHours, ConfirmHours],
})
export class HoursModule {}
