import * as v from 'valibot';
import {
  Coordinates,
  count,
  Id,
  Instant,
  InstantInput,
  optionalText,
  RequestKey,
  text,
} from '../contract/fields.js';
import { LineTerms, LineView, SomeTerms } from '../signups/schema.js';

export const ACTIVITY_STATUSES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'ended',
  'settled',
  'archived',
  'cancelled',
] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** The generated covers; `category` picks the one of the activity's category. */
export const COVERS = ['arts', 'health', 'skill', 'green', 'govern', 'science', 'other'] as const;
export type Cover = (typeof COVERS)[number];

export const CategoryView = v.object({ id: Id, name: v.string(), cover: v.picklist(COVERS) });
export type CategoryView = v.InferOutput<typeof CategoryView>;

export const PlaceView = v.object({
  name: v.string(),
  detail: v.nullable(v.string()),
  coordinates: v.nullable(Coordinates),
});

/** One dated run as a line of the list: what, when, where, how full. */
export const OccurrenceCard = v.object({
  id: Id,
  activityId: Id,
  title: v.string(),
  category: CategoryView,
  cover: v.picklist(COVERS),
  startsAt: Instant,
  endsAt: Instant,
  place: PlaceView,
  organizationId: Id,
  organizationName: v.string(),
  /** Where this is a date of a course that is taken as a whole: which, and how many dates it has. */
  course: v.nullable(v.object({ id: Id, dates: v.number() })),
  /** Of a date of a course: the course's seats. */
  line: LineView,
});
export type OccurrenceCard = v.InferOutput<typeof OccurrenceCard>;

export const OccurrenceView = v.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  line: LineView,
  terms: LineTerms,
});
export type OccurrenceView = v.InferOutput<typeof OccurrenceView>;

/** All dates of an activity taken as one place: seats, window and terms are the course's. */
export const CourseView = v.object({ id: Id, line: LineView, terms: LineTerms });
export type CourseView = v.InferOutput<typeof CourseView>;

/** An activity as anybody sees it. */
export const ActivityView = v.object({
  id: Id,
  title: v.string(),
  summary: v.string(),
  category: CategoryView,
  cover: v.picklist(COVERS),
  organization: v.object({ id: Id, name: v.string(), phone: v.nullable(v.string()) }),
  /** 负责人; 志愿服务记录与证明出具办法 art. 8 asks for the person in charge. */
  responsible: v.object({ name: v.string(), phone: v.nullable(v.string()) }),
  place: PlaceView,
  /** Risks stated when recruiting, 志愿服务条例 art. 12. */
  riskText: v.string(),
  hazardous: v.boolean(),
  insuranceText: v.nullable(v.string()),
  audienceText: v.nullable(v.string()),
  cancelledReason: v.nullable(v.string()),
  status: v.picklist(ACTIVITY_STATUSES),
  occurrences: v.array(OccurrenceView),
  /** Null: date by date. */
  course: v.nullable(CourseView),
  illustrative: v.boolean(),
});
export type ActivityView = v.InferOutput<typeof ActivityView>;

/** One day of the date strip. */
export const DayCount = v.object({ day: v.string(), occurrences: v.number() });

/** An occurrence as the worker writes it. `id` is kept for one that exists and left out for a new one. */
export const OccurrenceDraft = v.pipe(
  v.object({
    id: v.optional(Id),
    startsAt: InstantInput,
    endsAt: InstantInput,
    capacity: count(1, 100_000),
    /** How many may wait; 0 means that there is no waitlist. */
    waitlistLimit: count(0, 100_000),
    opensAt: InstantInput,
    closesAt: InstantInput,
    /** What is left out stays as it is; in a new occurrence the defaults hold. */
    terms: v.optional(SomeTerms),
  }),
  v.forward(
    v.check((run) => run.startsAt < run.endsAt, 'must be after startsAt'),
    ['endsAt'],
  ),
  v.forward(
    v.check((run) => run.opensAt < run.closesAt, 'must be after opensAt'),
    ['closesAt'],
  ),
  v.forward(
    v.check((run) => run.closesAt <= run.endsAt, 'must not be after endsAt'),
    ['closesAt'],
  ),
  v.forward(
    v.check(
      (run) => run.terms?.mode !== 'lottery' || run.closesAt < run.startsAt,
      'a lottery is drawn before startsAt',
    ),
    ['closesAt'],
  ),
);
export type OccurrenceDraft = v.InferOutput<typeof OccurrenceDraft>;

/** The seats and terms of a course; those of its occurrences then say nothing. */
export const CourseDraft = v.pipe(
  v.object({
    capacity: count(1, 100_000),
    waitlistLimit: count(0, 100_000),
    opensAt: InstantInput,
    closesAt: InstantInput,
    terms: v.optional(SomeTerms),
  }),
  v.forward(
    v.check((course) => course.opensAt < course.closesAt, 'must be after opensAt'),
    ['closesAt'],
  ),
  v.forward(
    v.check((course) => course.terms?.mode !== 'lottery', 'a course as a whole is not drawn'),
    ['terms'],
  ),
);
export type CourseDraft = v.InferOutput<typeof CourseDraft>;

/**
 * An activity as the worker writes it. A draft may be unfinished: everything but the title may be empty, and
 * publishing names what is missing (`activity.incomplete`).
 */
/** Of one activity. */
export const MOST_OCCURRENCES = 60;

export const ActivityDraft = v.object({
  organizationId: Id,
  title: text(60),
  summary: optionalText(4_000),
  categoryId: Id,
  responsibleName: optionalText(20),
  responsiblePhone: v.pipe(optionalText(20), v.regex(/^[0-9 +()-]*$/, 'a telephone number')),
  placeName: optionalText(60),
  placeDetail: optionalText(60),
  coordinates: v.nullable(Coordinates),
  riskText: optionalText(500),
  hazardous: v.boolean(),
  insuranceText: optionalText(200),
  audienceText: optionalText(100),
  cover: v.nullable(v.picklist(COVERS)),
  occurrences: v.pipe(
    v.array(OccurrenceDraft),
    v.maxLength(MOST_OCCURRENCES, `at most ${MOST_OCCURRENCES} occurrences`),
  ),
  /** Null: date by date. Left out: as it stands. */
  course: v.optional(v.nullable(CourseDraft)),
});
export type ActivityDraft = v.InferOutput<typeof ActivityDraft>;

/** An activity as its staff sees it: the draft, its state, and what would stop it from being published. */
export const StaffActivityView = v.object({
  id: Id,
  status: v.picklist(ACTIVITY_STATUSES),
  /** Goes up with each change; a save names the version it was based on. */
  version: v.number(),
  draft: v.object({
    ...ActivityDraft.entries,
    occurrences: v.array(
      v.object({ ...OccurrenceDraft.pipe[0].entries, id: Id, line: LineView, terms: LineTerms }),
    ),
    course: v.nullable(
      v.object({ ...CourseDraft.pipe[0].entries, id: Id, line: LineView, terms: LineTerms }),
    ),
  }),
  organizationName: v.string(),
  cancelledReason: v.nullable(v.string()),
  missing: v.array(v.object({ path: v.string(), message: v.string() })),
  updatedAt: Instant,
});
export type StaffActivityView = v.InferOutput<typeof StaffActivityView>;

export const StaffActivityCard = v.object({
  id: Id,
  title: v.string(),
  status: v.picklist(ACTIVITY_STATUSES),
  cover: v.picklist(COVERS),
  organizationName: v.string(),
  nextOccurrence: v.nullable(v.omit(OccurrenceView, ['terms'])),
  occurrences: v.number(),
  updatedAt: Instant,
});
export type StaffActivityCard = v.InferOutput<typeof StaffActivityCard>;

export const CreateDraft = v.object({ requestKey: RequestKey, draft: ActivityDraft });
export const SaveDraft = v.object({
  version: count(1, 1_000_000),
  draft: ActivityDraft,
  /** Agreement to whom fewer seats touch: the token of `activity.capacity-below-taken`, by occurrence. */
  agreed: v.optional(
    v.pipe(
      v.array(v.object({ occurrenceId: Id, token: v.pipe(v.string(), v.maxLength(64)) })),
      v.maxLength(60),
    ),
  ),
});

/** The version and the draft that a save would carry. */
export const PreviewChange = v.object({ version: count(1, 1_000_000), draft: ActivityDraft });

/** What saving a change to a published activity would do; capacity below taken has its own answer. */
export const ChangePreview = v.object({
  /** People who hold a place and would be told, each once. */
  told: v.number(),
  /** Why: what moves, or dates that a course gets. Empty when nobody is told. */
  moves: v.array(v.picklist(['time', 'place', 'added'])),
});
export type ChangePreview = v.InferOutput<typeof ChangePreview>;

export const CancelActivity = v.object({ reason: text(200) });
export const CancelOccurrence = v.object({ requestKey: RequestKey, reason: text(200) });
