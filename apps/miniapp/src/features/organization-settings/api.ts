import { organizationRoutes } from '@xiaolin/shared-types/organizations/routes';
import type { OrganizationSettings } from '@xiaolin/shared-types/organizations/schema';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { api } from '@/shared/session/session';

/** Where the caller works. */
export const loadMe = () => api(peopleRoutes.me, {});

export const loadSettings = (organizationId: string) =>
  api(organizationRoutes.settings, { params: { organizationId } });

export const saveSettings = (organizationId: string, body: OrganizationSettings) =>
  api(organizationRoutes.changeSettings, { params: { organizationId }, body });
