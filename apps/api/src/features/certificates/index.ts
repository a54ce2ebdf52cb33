/** The only door to certificates for other features. */
export { IssueCertificate } from './use-cases/issue-certificate.js';
