import { Module } from '@nestjs/common';
import { SignupsModule } from '../signups/signups.module.js';
import { AdmissionController } from './http/admission.controller.js';
import { AdmissionDesk } from './use-cases/admission-desk.js';
import { Admit } from './use-cases/admit.js';
import { SettleAbsences } from './use-cases/settle-absences.js';
import { ShowDoor } from './use-cases/show-door.js';
import { ShowTicket } from './use-cases/show-ticket.js';
import { Tickets } from './use-cases/tickets.js';

@Module({
  imports: [SignupsModule],
  controllers: [AdmissionController],
  providers: [AdmissionDesk, Admit, SettleAbsences, ShowDoor, ShowTicket, Tickets],
})
export class AdmissionsModule {}
