/** The only door to organizations and memberships for other features. */
export { MembershipDirectory } from './use-cases/membership-directory.js';
export { namedOrganizations } from './use-cases/named-organizations.js';
export { SettingsOfOrganizations } from './use-cases/settings-of-organizations.js';
export { type ActingAs, COORDINATORS, ORGANISERS, Scope, subtreeOf } from './use-cases/scope.js';
export { UnitsAbove } from './use-cases/units-above.js';
