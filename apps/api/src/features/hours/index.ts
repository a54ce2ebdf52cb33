/** The only door to hour records for other features. */
export { ConfirmHours } from './use-cases/confirm-hours.js';
export { RejectHours } from './use-cases/reject-hours.js';
export { RecordHours } from './use-cases/record-hours.js';
export { LAST_ANNOUNCED_YEAR, workingDaysLeft } from './use-cases/work-calendar.js';
export { CONFIRMED, isConfirmed, PENDING, shareOf } from './rules/shares.js';
