/** The only door to feedback for other features. */
export { GiveFeedback } from './use-cases/give-feedback.js';
