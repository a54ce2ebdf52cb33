import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { QualificationController } from './http/qualification.controller.js';
import { DecideQualifications } from './use-cases/decide-qualifications.js';
import { KeepQualifications } from './use-cases/keep-qualifications.js';
import { Qualifications } from './use-cases/qualifications.js';

@Module({
  imports: [InboxModule],
  controllers: [QualificationController],
  providers: [Qualifications, KeepQualifications, DecideQualifications],
  exports: [Qualifications, KeepQualifications, DecideQualifications],
})
export class QualificationsModule {}
