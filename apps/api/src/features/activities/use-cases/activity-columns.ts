import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type LineRow, presentTerms } from '../../signups/index.js';
import { searchTextOf } from '../rules/fold-text.js';
import type { Course } from '../rules/plan-course.js';
import type { Run } from '../rules/plan-runs.js';
import { type ActivityColumns, type ActivityRow, ActivityStore } from '../store/activity.store.js';
import { CategoryStore } from '../store/category.store.js';

/**
 * A draft as the columns of its row, what the search looks in included.
 *
 * @throws Refusal `category.unknown`.
 */
export async function columnsOf(tx: Tx, draft: ActivityDraft): Promise<ActivityColumns> {
  const category = await new CategoryStore(tx).find(draft.categoryId);
  if (category === undefined)
    throw new Refusal('category.unknown', {}, [
      { path: 'body.draft.categoryId', message: '选一个已有的类别' },
    ]);
  const organizationName = await new ActivityStore(tx).organizationName(draft.organizationId);
  return {
    organization_id: draft.organizationId,
    title: draft.title,
    summary: draft.summary,
    category_id: draft.categoryId,
    responsible_name: draft.responsibleName,
    responsible_phone: draft.responsiblePhone,
    place_name: draft.placeName,
    place_detail: draft.placeDetail,
    latitude: draft.coordinates?.latitude ?? null,
    longitude: draft.coordinates?.longitude ?? null,
    risk_text: draft.riskText,
    hazardous: draft.hazardous,
    insurance_text: draft.insuranceText,
    audience_text: draft.audienceText,
    cover: draft.cover,
    search_text: searchTextOf([
      draft.title,
      category.name,
      organizationName,
      draft.placeName,
      draft.placeDetail,
      draft.responsibleName,
      draft.audienceText,
    ]),
  };
}

/** A stored activity as the draft that the worker edits. */
export const draftOf = (row: ActivityRow, occurrences: readonly LineRow[]) => ({
  organizationId: row.organization_id,
  title: row.title,
  summary: row.summary,
  categoryId: row.category_id,
  responsibleName: row.responsible_name,
  responsiblePhone: row.responsible_phone,
  placeName: row.place_name,
  placeDetail: row.place_detail,
  coordinates:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
  riskText: row.risk_text,
  hazardous: row.hazardous === 1,
  insuranceText: row.insurance_text,
  audienceText: row.audience_text,
  cover: row.cover,
  occurrences: occurrences.map(runOf),
});

/** A stored course as it is compared with what the worker writes. */
export const courseOf = (line: LineRow): Course => ({
  capacity: line.capacity,
  waitlistLimit: line.waitlist_limit,
  opensAt: line.opens_at,
  closesAt: line.closes_at,
  terms: presentTerms(line),
});

/** A stored occurrence as the worker writes it. */
export const runOf = (line: LineRow): Run => ({
  id: line.id,
  startsAt: line.starts_at,
  endsAt: line.ends_at,
  capacity: line.capacity,
  waitlistLimit: line.waitlist_limit,
  opensAt: line.opens_at,
  closesAt: line.closes_at,
  terms: presentTerms(line),
});
