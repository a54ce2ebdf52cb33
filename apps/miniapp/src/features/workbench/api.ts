import { workbenchRoutes } from '@xiaolin/shared-types/workbench/routes';
import { api } from '@/shared/session/session';

export const loadWorkbench = () => api(workbenchRoutes.show, {});
