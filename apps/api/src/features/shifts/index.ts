/** The only door to service roles and shifts for other features. */
export { AddRole } from './use-cases/add-role.js';
export { Swaps } from './use-cases/swaps.js';
