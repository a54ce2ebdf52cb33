import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { api } from '@/shared/session/session';

export const listMessages = (page: { readonly cursor?: string; readonly limit?: string }) =>
  api(inboxRoutes.list, { query: page });
export const markReadUpTo = (messageId: string) =>
  api(inboxRoutes.markAllRead, { body: { upTo: messageId } });
