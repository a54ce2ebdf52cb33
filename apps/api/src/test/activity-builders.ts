import type { ActivityDraft, Cover, OccurrenceDraft } from '@xiaolin/shared-types/activities/schema';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';

/* Categories and drafts for specs: a draft that could be published at the test clock's first moment. */

export async function aCategory(
  tx: Tx,
  given: { id?: string; name?: string; cover?: Cover } = {},
): Promise<{ id: string }> {
  const id = given.id ?? 'arts';
  await insertRows(tx, 'category', [
    { id, name: given.name ?? '民族文艺', cover: given.cover ?? 'arts', sort: 0 },
  ]);
  return { id };
}

export const aRun = (given: Partial<OccurrenceDraft> = {}): OccurrenceDraft => ({
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  capacity: 20,
  waitlistLimit: 10,
  opensAt: '2026-11-20T00:00:00.000Z',
  closesAt: '2026-11-28T05:00:00.000Z',
  ...given,
});

export const aDraft = (
  given: Partial<ActivityDraft> & { readonly organizationId: string },
): ActivityDraft => ({
  title: '二十四式太极拳',
  summary: '老师带着大家打一套。',
  categoryId: 'arts',
  responsibleName: '李静',
  responsiblePhone: '0871-6000 0001',
  placeName: '党群服务中心',
  placeDetail: '二楼',
  coordinates: { latitude: 24.8, longitude: 102.8 },
  riskText: '动作幅度较大，请量力而行。',
  hazardous: false,
  insuranceText: '',
  audienceText: '社区居民',
  cover: null,
  occurrences: [aRun()],
  ...given,
});
