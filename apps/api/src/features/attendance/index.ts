/** The only door to attendance for other features. */
export { AttendanceCodes } from './use-cases/attendance-codes.js';
export { ScanSite } from './use-cases/scan-site.js';
export { TickRoster } from './use-cases/tick-roster.js';
export { WaysOut } from './use-cases/ways-out.js';
