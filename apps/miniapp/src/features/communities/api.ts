import { organizationRoutes } from '@xiaolin/shared-types/organizations/routes';
import { api } from '@/shared/session/session';

export const listOrganizations = () => api(organizationRoutes.list, { query: {} });
