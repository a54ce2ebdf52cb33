import { lotteryRoutes } from '@xiaolin/shared-types/lottery/routes';
import { api } from '@/shared/session/session';

export const readDraw = (occurrenceId: string) => api(lotteryRoutes.show, { params: { occurrenceId } });

/** @param page from 1 */
export const readDrawPage = (occurrenceId: string, page: number) =>
  api(lotteryRoutes.page, { params: { occurrenceId, page: String(page) } });
