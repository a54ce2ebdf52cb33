/** The only door to certificates for other features. */
export { IssueCertificate } from './use-cases/issue-certificate.js';
/** @public for reports, which are about a period too. */
export { isPeriod } from './rules/refusal-to-issue.js';
