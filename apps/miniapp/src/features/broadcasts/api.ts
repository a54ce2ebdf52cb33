import { broadcastRoutes } from '@xiaolin/shared-types/broadcasts/routes';
import type {
  BroadcastAudience,
  DecideBroadcast,
  SendBroadcast,
} from '@xiaolin/shared-types/broadcasts/schema';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export const loadPreview = (lineId: string, audience: BroadcastAudience) =>
  api(broadcastRoutes.preview, { params: { lineId }, query: { audience } });
export const sendNotice = (lineId: string, body: SendBroadcast) =>
  api(broadcastRoutes.send, { params: { lineId }, body });
export const loadNotices = (lineId: string, page: PageQuery) =>
  api(broadcastRoutes.ofLine, { params: { lineId }, query: page });
export const loadNotice = (broadcastId: string) => api(broadcastRoutes.detail, { params: { broadcastId } });
export const loadUnreached = (broadcastId: string, page: PageQuery) =>
  api(broadcastRoutes.unreached, { params: { broadcastId }, query: page });
export const decideNotice = (broadcastId: string, body: DecideBroadcast) =>
  api(broadcastRoutes.decide, { params: { broadcastId }, body });
