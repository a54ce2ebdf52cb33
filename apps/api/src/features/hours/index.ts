/** The only door to hour records for other features. */
export { ConfirmHours } from './use-cases/confirm-hours.js';
export { HourTotals } from './use-cases/hour-totals.js';
export { type CountingShift, RecordHours, type Served } from './use-cases/record-hours.js';
export { workingDaysLeft } from './use-cases/work-calendar.js';
