/** The only door to hour records for other features. */
/** @public for corrections and certificates. */
export type { Author } from './use-cases/author.js';
export { ConfirmHours } from './use-cases/confirm-hours.js';
export { FlagHours } from './use-cases/flag-hours.js';
/** @public for certificates, which follow what changes. */
export { HourChanges, type HourListener } from './use-cases/hour-changes.js';
/** @public for corrections. */
export { type Amendment, HourVersions, type ManualHours } from './use-cases/hour-versions.js';
/** @public for certificates. */
export { ProvableHours, type ProvableRecord } from './use-cases/provable-hours.js';
export { RecordTrail } from './use-cases/record-trail.js';
export { RejectHours } from './use-cases/reject-hours.js';
export { RecordHours } from './use-cases/record-hours.js';
/** @public for certificates. */
export type { ServiceFacts } from './rules/service-facts.js';
export { faultSentence } from './rules/ledger-faults.js';
export { type UnitReport, VerifyLedger } from './use-cases/verify-ledger.js';
export { creditedMinutes } from './rules/credited-minutes.js';
export { STANDING } from './rules/change-record.js';
export { DecideHours } from './use-cases/decide-hours.js';
export { dueOnAfter, LAST_ANNOUNCED_YEAR, workingDaysLeft } from './use-cases/work-calendar.js';
export { CONFIRMED, PENDING, shareOf } from './rules/shares.js';
