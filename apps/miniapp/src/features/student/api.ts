import { organizationRoutes } from '@xiaolin/shared-types/organizations/routes';
import { studentRoutes } from '@xiaolin/shared-types/students/routes';
import type { SaveStudent } from '@xiaolin/shared-types/students/schema';
import { api } from '@/shared/session/session';

export const loadStudent = () => api(studentRoutes.mine, {});
export const saveStudent = (said: SaveStudent) => api(studentRoutes.save, { body: said });
export const forgetStudent = () => api(studentRoutes.forget, {});
export const listCampuses = () => api(organizationRoutes.list, { query: {} });
