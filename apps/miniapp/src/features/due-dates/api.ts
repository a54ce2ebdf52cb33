import type { Answer } from '@xiaolin/shared-types/contract/route';
import { dueDateRoutes } from '@xiaolin/shared-types/due-dates/routes';
import { api } from '@/shared/session/session';

export type Overdue = Answer<typeof dueDateRoutes.overdue>;

export const loadOverdue = () => api(dueDateRoutes.overdue, {});
