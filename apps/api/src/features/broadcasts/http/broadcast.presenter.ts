import type { BroadcastPreview, BroadcastView, Unreached } from '@xiaolin/shared-types/broadcasts/schema';
import { maskedPhone } from '../../signups/index.js';
import type { UnreachedRow } from '../store/broadcast.store.js';
import type { SeenBroadcast } from '../use-cases/read-broadcasts.js';
import type { Preview } from '../use-cases/send-broadcast.js';

export const presentPreview = (preview: Preview): BroadcastPreview => ({
  people: preview.people,
  inApp: preview.inApp,
  byPhone: preview.byPhone,
});

export const presentBroadcast = ({ row, mayDecide }: SeenBroadcast): BroadcastView => ({
  id: row.id,
  lineId: row.line_id,
  activityId: row.activity_id,
  title: row.title,
  audience: row.audience,
  words: row.words,
  state: row.state,
  people: row.people,
  done: row.in_app + row.by_phone,
  inApp: row.in_app,
  byPhone: row.by_phone,
  reason: row.reason,
  authorName: row.author_name ?? '',
  writtenAt: row.written_at,
  finishedAt: row.finished_at,
  mayDecide,
});

export const presentUnreached = (row: UnreachedRow): Unreached => ({
  personId: row.person_id,
  displayName: row.display_name,
  maskedPhone: maskedPhone(row.phone),
});
