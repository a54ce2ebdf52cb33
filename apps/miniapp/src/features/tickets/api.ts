import { admissionRoutes } from '@xiaolin/shared-types/admissions/routes';
import { api } from '@/shared/session/session';

export const readTicket = (signupId: string) => api(admissionRoutes.ticket, { params: { signupId } });
