/** The only door to restrictions for other features. */
export { Restrictions } from './use-cases/restrictions.js';
