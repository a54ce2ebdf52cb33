import { type DynamicModule, Module } from '@nestjs/common';
import { ActivitiesModule } from './features/activities/activities.module.js';
import { AdmissionsModule } from './features/admissions/admissions.module.js';
import { AttendanceModule } from './features/attendance/attendance.module.js';
import { BroadcastsModule } from './features/broadcasts/broadcasts.module.js';
import { CertificatesModule } from './features/certificates/certificates.module.js';
import { CorrectionsModule } from './features/corrections/corrections.module.js';
import { DueDatesModule } from './features/due-dates/due-dates.module.js';
import { FeedbackModule } from './features/feedback/feedback.module.js';
import { HoursModule } from './features/hours/hours.module.js';
import { InboxModule } from './features/inbox/inbox.module.js';
import { LedgerModule } from './features/ledger/ledger.module.js';
import { OrganizationsModule } from './features/organizations/organizations.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { QualificationsModule } from './features/qualifications/qualifications.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { RemindersModule } from './features/reminders/reminders.module.js';
import { RestrictionsModule } from './features/restrictions/restrictions.module.js';
import { ServiceTotalsModule } from './features/service-totals/service-totals.module.js';
import { ShiftsModule } from './features/shifts/shifts.module.js';
import { SignupsModule } from './features/signups/signups.module.js';
import { StudentsModule } from './features/students/students.module.js';
import { WorkbenchModule } from './features/workbench/workbench.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** The features of the product; each is added with one line. */
const features = [
  OrganizationsModule,
  RestrictionsModule,
  InboxModule,
  PeopleModule,
  QualificationsModule,
  SignupsModule,
  ActivitiesModule,
  AdmissionsModule,
  ShiftsModule,
  AttendanceModule,
  HoursModule,
  LedgerModule,
  CertificatesModule,
  CorrectionsModule,
  FeedbackModule,
  StudentsModule,
  ServiceTotalsModule,
  DueDatesModule,
  ReportsModule,
  RemindersModule,
  BroadcastsModule,
  WorkbenchModule,
];

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), ...features] };
  }
}
