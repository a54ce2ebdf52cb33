/** The only door to organizations and memberships for other features. */
export { MembershipDirectory } from './use-cases/membership-directory.js';
export { type ActingAs, Scope, subtreeOf } from './use-cases/scope.js';
