/** The only door to admissions for other features. */
export { Admit } from './use-cases/admit.js';
export { SettleAbsences } from './use-cases/settle-absences.js';
