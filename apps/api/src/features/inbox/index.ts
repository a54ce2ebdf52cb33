/** The only door to the inbox for other features. */
export type { NewMessage } from './rules/batches.js';
export { Messages } from './use-cases/messages.js';
