/** The only door to what volunteers are able to do for other features. */
export { DecideQualifications } from './use-cases/decide-qualifications.js';
export { KeepQualifications } from './use-cases/keep-qualifications.js';
export { type Holdings, Qualifications } from './use-cases/qualifications.js';
