import type { Answer } from '@xiaolin/shared-types/contract/route';
import type { inboxRoutes, MessageView } from '@xiaolin/shared-types/inbox/routes';
import type { ListMessages } from '../use-cases/list-messages.js';

type Page = Awaited<ReturnType<ListMessages['execute']>>;

const presentMessage = (row: Page['rows'][number]): MessageView => ({
  id: row.id,
  kind: row.kind,
  facts: JSON.parse(row.facts) as MessageView['facts'],
  createdAt: row.created_at,
  read: row.read_at !== null,
});

export const presentMessages = ({ rows, nextCursor }: Page): Answer<typeof inboxRoutes.list> => ({
  items: rows.map(presentMessage),
  nextCursor,
});
