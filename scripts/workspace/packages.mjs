/** The workspace's packages, in the order in which they build on each other. */
export const PACKAGES = ['packages/shared-types', 'apps/api', 'apps/miniapp'];
