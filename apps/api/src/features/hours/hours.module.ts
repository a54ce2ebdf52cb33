import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { HourController } from './http/hour.controller.js';
import { ConfirmHours } from './use-cases/confirm-hours.js';
import { DecideHours } from './use-cases/decide-hours.js';
import { FlagHours } from './use-cases/flag-hours.js';
import { HourChanges } from './use-cases/hour-changes.js';
import { HourTotals } from './use-cases/hour-totals.js';
import { HourVersions } from './use-cases/hour-versions.js';
import { ListHours } from './use-cases/list-hours.js';
import { ProvableHours } from './use-cases/provable-hours.js';
import { RecordHours } from './use-cases/record-hours.js';
import { RecordTrail } from './use-cases/record-trail.js';
import { RejectHours } from './use-cases/reject-hours.js';
import { ShowHistory } from './use-cases/show-history.js';
import { VerifyLedger } from './use-cases/verify-ledger.js';

@Module({
  imports: [InboxModule, LedgerModule],
  controllers: [HourController],
  providers: [
    RecordHours,
    FlagHours,
    DecideHours,
    ConfirmHours,
    RejectHours,
    ListHours,
    HourTotals,
    HourVersions,
    HourChanges,
    RecordTrail,
    VerifyLedger,
    ProvableHours,
    ShowHistory,
  ],
  exports: [
    RecordHours,
    FlagHours,
    ConfirmHours,
    DecideHours,
    HourVersions,
    HourChanges,
    ProvableHours,
    VerifyLedger,
  ],
})
export class HoursModule {}
