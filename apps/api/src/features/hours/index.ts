/** The only door to hour records for other features. */
export { ConfirmHours } from './use-cases/confirm-hours.js';
export { RejectHours } from './use-cases/reject-hours.js';
export { RecordHours } from './use-cases/record-hours.js';
export { creditedMinutes } from './rules/credited-minutes.js';
export { dueOnAfter, workingDaysLeft } from './use-cases/work-calendar.js';
