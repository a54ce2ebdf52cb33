/** The only door to the inbox for other features. */
export { Messages } from './use-cases/messages.js';
