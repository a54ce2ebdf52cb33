import type { CategoryView } from '@xiaolin/shared-types/activities/schema';
import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import type { MeView } from '@xiaolin/shared-types/people/schema';
import type { FormDefaults } from './form';
import { ownOrganization, reachOf } from './model';

/** Who writes, for which units, in which categories. */
export interface Desk {
  readonly organizations: readonly OrganizationView[];
  readonly categories: readonly CategoryView[];
  /** Every organization: whoever may be invited. */
  readonly tree: readonly OrganizationView[];
  readonly defaults: FormDefaults;
}

export function deskOf(
  me: MeView,
  tree: readonly OrganizationView[],
  categories: readonly CategoryView[],
): Desk {
  const organizations = reachOf(me, tree);
  const own = ownOrganization(me, organizations);
  return {
    organizations,
    categories,
    tree,
    defaults: {
      organizationId: own?.id ?? '',
      // An answer is never given in advance: the cover and the list both follow from it.
      categoryId: '',
      responsibleName: me.displayName,
      responsiblePhone: own?.phone ?? '',
    },
  };
}
