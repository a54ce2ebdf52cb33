import type {
  ActivityView,
  Cover,
  CategoryView,
  CourseView,
  OccurrenceCard,
  OccurrenceView,
  StaffActivityCard,
  StaffActivityView,
} from '@xiaolin/shared-types/activities/schema';
import { type LineColumns, type LineRow, presentLine, presentTerms } from '../../signups/index.js';
import type { CategoryRow } from '../store/category.store.js';
import type { OccurrenceCardRow } from '../store/occurrence-list.store.js';
import { draftOf } from '../use-cases/activity-columns.js';
import type { StaffListItem } from '../use-cases/list-staff-activities.js';
import type { StaffActivity } from '../use-cases/staff-activities.js';

export const presentCategory = (row: CategoryRow): CategoryView => ({
  id: row.id,
  name: row.name,
  cover: row.cover,
});

interface PlaceColumns {
  readonly place_name: string;
  readonly place_detail: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const presentPlace = (row: PlaceColumns): ActivityView['place'] => ({
  name: row.place_name,
  detail: orNull(row.place_detail),
  coordinates:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
});

const presentCategoryOf = (row: {
  readonly category_id: string;
  readonly category_name: string;
  readonly category_cover: Cover;
}): CategoryView => ({ id: row.category_id, name: row.category_name, cover: row.category_cover });

const coverOf = (row: { readonly cover: Cover | null; readonly category_cover: Cover }): Cover =>
  row.cover ?? row.category_cover;

const orNull = (text: string): string | null => (text === '' ? null : text);

export const presentOccurrenceCard = (row: OccurrenceCardRow): OccurrenceCard => ({
  id: row.id,
  activityId: row.activity_id,
  title: row.title,
  category: presentCategoryOf(row),
  cover: coverOf(row),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: presentPlace(row),
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  course: row.course_id === null ? null : { id: row.course_id, dates: Number(row.course_dates) },
  line: presentLine(row),
});

const presentRun = (row: LineColumns & { readonly id: string }): Omit<OccurrenceView, 'terms'> => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  line: presentLine(row),
});

const presentOccurrence = (row: LineRow): OccurrenceView => ({
  ...presentRun(row),
  terms: presentTerms(row),
});

const presentCourse = (row: LineRow): CourseView => ({
  id: row.id,
  line: presentLine(row),
  terms: presentTerms(row),
});

export const presentActivity = ({
  activity,
  standing,
  occurrences,
  course,
}: StaffActivity): ActivityView => ({
  id: activity.id,
  title: activity.title,
  summary: activity.summary,
  category: presentCategoryOf(activity),
  cover: coverOf(activity),
  organization: {
    id: activity.organization_id,
    name: activity.organization_name,
    phone: activity.organization_phone,
  },
  responsible: { name: activity.responsible_name, phone: orNull(activity.responsible_phone) },
  place: presentPlace(activity),
  riskText: activity.risk_text,
  hazardous: activity.hazardous === 1,
  insuranceText: orNull(activity.insurance_text),
  audienceText: orNull(activity.audience_text),
  cancelledReason: activity.cancelled_reason,
  status: standing,
  occurrences: occurrences.map(presentOccurrence),
  course: course && presentCourse(course),
  illustrative: activity.illustrative === 1,
});

export function presentStaffActivity({
  activity,
  standing,
  occurrences,
  course,
  missing,
}: StaffActivity): StaffActivityView {
  const draft = draftOf(activity, []);
  return {
    id: activity.id,
    status: standing,
    version: activity.version,
    draft: {
      organizationId: draft.organizationId,
      title: draft.title,
      summary: draft.summary,
      categoryId: draft.categoryId,
      responsibleName: draft.responsibleName,
      responsiblePhone: draft.responsiblePhone,
      placeName: draft.placeName,
      placeDetail: draft.placeDetail,
      coordinates: draft.coordinates,
      riskText: draft.riskText,
      hazardous: draft.hazardous,
      insuranceText: draft.insuranceText,
      audienceText: draft.audienceText,
      cover: draft.cover,
      occurrences: occurrences.map((row) => ({
        id: row.id,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        capacity: row.capacity,
        waitlistLimit: row.waitlist_limit,
        opensAt: row.opens_at,
        closesAt: row.closes_at,
        terms: presentTerms(row),
        line: presentLine(row),
      })),
      course: course && {
        ...presentCourse(course),
        capacity: course.capacity,
        waitlistLimit: course.waitlist_limit,
        opensAt: course.opens_at,
        closesAt: course.closes_at,
      },
    },
    organizationName: activity.organization_name,
    cancelledReason: activity.cancelled_reason,
    missing: missing.map(({ path, message }) => ({ path, message })),
    updatedAt: activity.updated_at,
  };
}

export const presentStaffCard = ({
  activity,
  standing,
  next,
  occurrences,
}: StaffListItem): StaffActivityCard => ({
  id: activity.id,
  title: activity.title,
  status: standing,
  cover: coverOf(activity),
  organizationName: activity.organization_name,
  nextOccurrence: next === null ? null : presentRun(next),
  occurrences,
  updatedAt: activity.updated_at,
});
