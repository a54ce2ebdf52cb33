import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { CorrectionController } from './http/correction.controller.js';
import { ManualEntryController } from './http/manual-entry.controller.js';
import { ChangeLedger } from './use-cases/change-ledger.js';
import { DecideCorrection } from './use-cases/decide-correction.js';
import { DecideEntry } from './use-cases/decide-entry.js';
import { EnterByHand } from './use-cases/enter-by-hand.js';
import { EscalateCorrection } from './use-cases/escalate-correction.js';
import { Evidence } from './use-cases/evidence.js';
import { ManualEntries } from './use-cases/manual-entries.js';
import { RaiseCorrection } from './use-cases/raise-correction.js';
import { ReadCorrections } from './use-cases/read-corrections.js';
import { ReadEntries } from './use-cases/read-entries.js';
import { Tidings } from './use-cases/tidings.js';
import { Trail } from './use-cases/trail.js';
import { WithdrawCorrection } from './use-cases/withdraw-correction.js';

/** Errors in hour records, missing ones, and minutes entered by hand. */
@Module({
  imports: [HoursModule, InboxModule],
  controllers: [CorrectionController, ManualEntryController],
  providers: [
    ChangeLedger,
    Evidence,
    Trail,
    Tidings,
    ManualEntries,
    RaiseCorrection,
    EscalateCorrection,
    WithdrawCorrection,
    DecideCorrection,
    EnterByHand,
    DecideEntry,
    ReadCorrections,
    ReadEntries,
  ],
  exports: [RaiseCorrection, EscalateCorrection, DecideCorrection, EnterByHand, DecideEntry],
})
export class CorrectionsModule {}
