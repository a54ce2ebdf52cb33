/** The only door to hour records for other features. */
export { ConfirmHours } from './use-cases/confirm-hours.js';
export { FlagHours } from './use-cases/flag-hours.js';
export { RejectHours } from './use-cases/reject-hours.js';
export { RecordHours } from './use-cases/record-hours.js';
export { workingDaysLeft } from './use-cases/work-calendar.js';
