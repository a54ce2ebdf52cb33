import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CertificateController } from './http/certificate.controller.js';
import { StaffCertificateController } from './http/staff-certificate.controller.js';
import { ExportHours } from './use-cases/export-hours.js';
import { FollowChangedHours } from './use-cases/follow-changed-hours.js';
import { IssueCertificate } from './use-cases/issue-certificate.js';
import { KeepSeal } from './use-cases/keep-seal.js';
import { PreviewCertificate } from './use-cases/preview-certificate.js';
import { ReadCertificates } from './use-cases/read-certificates.js';
import { RevokeCertificate } from './use-cases/revoke-certificate.js';

@Module({
  imports: [HoursModule, InboxModule, LedgerModule],
  controllers: [CertificateController, StaffCertificateController],
  providers: [
    PreviewCertificate,
    IssueCertificate,
    ReadCertificates,
    RevokeCertificate,
    FollowChangedHours,
    ExportHours,
    KeepSeal,
  ],
  exports: [IssueCertificate],
})
export class CertificatesModule {}
