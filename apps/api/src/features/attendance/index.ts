/** The only door to attendance for other features. */
export { wayOutClosedBefore } from './rules/attendance-states.js';
export { AttendanceCodes } from './use-cases/attendance-codes.js';
export { AttendanceDesk } from './use-cases/attendance-desk.js';
export { ScanSite } from './use-cases/scan-site.js';
export { SyncScans } from './use-cases/sync-scans.js';
export { TickRoster } from './use-cases/tick-roster.js';
export { WaysOut } from './use-cases/ways-out.js';
