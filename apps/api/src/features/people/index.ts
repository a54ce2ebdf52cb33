/** The only door to people for other features. */
export { KeepDependants } from './use-cases/keep-dependants.js';
export { Neighbours, type Newcomer } from './use-cases/neighbours.js';
