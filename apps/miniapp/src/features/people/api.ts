import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { api } from '@/shared/session/session';

export const readMe = () => api(peopleRoutes.me, {});
export const rename = (displayName: string) => api(peopleRoutes.rename, { body: { displayName } });
export const saveDetails = (details: { homeId: string | null; birthYear: number | null }) =>
  api(peopleRoutes.saveDetails, { body: details });
export const listDemoPeople = () => api(peopleRoutes.listDemoPeople, {});
