/** The only door to restrictions for other features. */
export { type Restriction } from './rules/restriction.js';
export { Restrictions } from './use-cases/restrictions.js';
