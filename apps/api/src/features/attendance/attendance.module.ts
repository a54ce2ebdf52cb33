import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { AttendanceController } from './http/attendance.controller.js';
import { AttendanceCodes } from './use-cases/attendance-codes.js';
import { AttendanceDesk } from './use-cases/attendance-desk.js';
import { ListAttendance } from './use-cases/list-attendance.js';
import { ScanSite } from './use-cases/scan-site.js';
import { ScanVolunteer } from './use-cases/scan-volunteer.js';
import { ShowSiteCode } from './use-cases/show-site-code.js';
import { TickRoster } from './use-cases/tick-roster.js';

@Module({
  imports: [HoursModule],
  controllers: [AttendanceController],
  providers: [
    AttendanceCodes,
    AttendanceDesk,
    ShowSiteCode,
    ScanSite,
    ScanVolunteer,
    TickRoster,
    ListAttendance,
  ],
  exports: [AttendanceCodes, ScanSite, TickRoster],
})
export class AttendanceModule {}
