import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { AttendanceController } from './http/attendance.controller.js';
import { WayOutController } from './http/way-out.controller.js';
import { OfflineController } from './http/offline.controller.js';
import { AttendanceCodes } from './use-cases/attendance-codes.js';
import { AttendanceDesk } from './use-cases/attendance-desk.js';
import { ExpectedVolunteers } from './use-cases/expected-volunteers.js';
import { ListAttendance } from './use-cases/list-attendance.js';
import { RemindWaysOut } from './use-cases/remind-ways-out.js';
import { LoadOffline } from './use-cases/load-offline.js';
import { PlaceConsents } from './use-cases/place-consents.js';
import { ScanSite } from './use-cases/scan-site.js';
import { ScanVolunteer } from './use-cases/scan-volunteer.js';
import { SetPlaceCheck } from './use-cases/set-place-check.js';
import { ShowSiteCode } from './use-cases/show-site-code.js';
import { SyncScans } from './use-cases/sync-scans.js';
import { TickRoster } from './use-cases/tick-roster.js';
import { WaysOut } from './use-cases/ways-out.js';

@Module({
  imports: [HoursModule, InboxModule],
  controllers: [AttendanceController, OfflineController, WayOutController],
  providers: [
    AttendanceCodes,
    AttendanceDesk,
    ShowSiteCode,
    ScanSite,
    ScanVolunteer,
    TickRoster,
    ListAttendance,
    WaysOut,
    RemindWaysOut,
    ExpectedVolunteers,
    SyncScans,
    LoadOffline,
    PlaceConsents,
    SetPlaceCheck,
  ],
  exports: [AttendanceCodes, AttendanceDesk, ScanSite, SyncScans, TickRoster, WaysOut],
})
export class AttendanceModule {}
