import type {
  ActivityDraft,
  ActivityView,
  CategoryView,
  StaffActivityView,
} from '@xiaolin/shared-types/activities/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import type { MeView } from '@xiaolin/shared-types/people/schema';
import { spanWords } from '@/shared/i18n/moments';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { COURSE_KEY } from './course-form';
import { type ActivityForm, draftOf, faultsOf, type RunForm } from './form';

export const STEPS = ['what', 'place', 'safety', 'roles', 'preview'] as const;
export type Step = (typeof STEPS)[number];

export const stepAfter = (step: Step): Step | null => STEPS[STEPS.indexOf(step) + 1] ?? null;
export const stepBefore = (step: Step): Step | null => STEPS[STEPS.indexOf(step) - 1] ?? null;

/** The step on which each part of the draft is written; what is not named here is on the first. */
const stepOfPart: Readonly<Record<string, Step>> = {
  placeName: 'place',
  placeDetail: 'place',
  coordinates: 'place',
  riskText: 'safety',
  hazardous: 'safety',
  insuranceText: 'safety',
  responsibleName: 'safety',
  responsiblePhone: 'safety',
};

/** Id of the field of a part of the draft, and of a part of a run. */
export const fieldId = (part: string): string => `publish-${part}`;
export const runFieldId = (key: string, part: string): string => `publish-run-${key}-${part}`;

/** Something that has to be mended, and where. */
export interface Mend {
  readonly field: string;
  readonly step: Step;
  readonly mend: string;
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

const ownWords = (part: string): string =>
  (words.mends as Readonly<Record<string, string>>)[part] ?? words.mends.other;

/**
 * Where a path of the contract (`draft.riskText`, `body.draft.occurrences.0.endsAt`) stands on the page.
 *
 * @param keys the run behind each occurrence of the draft that was judged.
 */
export function mendOf(path: string, message: string, keys: readonly string[]): Mend {
  const said = path.split('.').filter((part) => part !== 'body' && part !== 'draft');
  // The fields of a course are those of a run.
  const parts = said[0] === 'course' && said.length > 1 ? ['occurrences', ...said] : said;
  const [part = '', index, inner, term] = parts;
  // Said once for all runs.
  if (term === 'audience' || term === 'questions')
    return { field: fieldId(term), step: 'what', mend: isChinese(message) ? message : ownWords(term) };
  // Sentences come in Chinese where a rule of ours speaks; the schema's own words are for programmers.
  const mend = isChinese(message) ? message : ownWords(inner ?? part);
  const key = part === 'occurrences' && index !== undefined ? keyAt(index, keys) : undefined;
  if (key !== undefined) return { field: runFieldId(key, inner ?? 'startsAt'), step: 'what', mend };
  return { field: fieldId(part), step: stepOfPart[part] ?? 'what', mend };
}

const keyAt = (index: string, keys: readonly string[]): string | undefined =>
  index === COURSE_KEY ? COURSE_KEY : keys[Number(index)];

/** What keeps the server from taking the draft, each once, in the order of the form. */
export function formMends(form: ActivityForm): readonly Mend[] {
  const { draft, keys } = draftOf(form);
  const mends = faultsOf(draft).map(({ path }) => mendOf(path, '', keys));
  return inOrder(mends.filter(({ field }, at) => mends.findIndex((each) => each.field === field) === at));
}

const inOrder = (mends: readonly Mend[]): readonly Mend[] =>
  [...mends].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));

/** What would stop it from being published, as the server last said. */
export const missingMends = (
  view: Pick<StaffActivityView, 'missing' | 'draft'>,
  form: ActivityForm,
): readonly Mend[] => {
  const keyOf = new Map(form.runs.map(({ id, key }) => [id, key]));
  const keys = view.draft.occurrences.map(({ id }) => keyOf.get(id) ?? id);
  return inOrder(view.missing.map(({ path, message }) => mendOf(path, message, keys)));
};

export const errorAt = (mends: readonly Mend[], field: string): string | undefined =>
  mends.find((each) => each.field === field)?.mend;

/** A draft saves itself, what is published is saved by hand, the rest is history (the API's `isEditable`). */
export const editableAs = (status: StaffActivityView['status']): 'draft' | 'published' | 'no' =>
  status === 'draft' || status === 'returned' ? 'draft' : status === 'published' ? 'published' : 'no';

/** The organizations whose activities this person may publish: what the memberships of staff reach in the tree. */
export function reachOf(
  { memberships }: Pick<MeView, 'memberships'>,
  tree: readonly OrganizationView[],
): readonly OrganizationView[] {
  const roots = memberships.filter(({ role }) => role !== 'coordinator').map((each) => each.organizationId);
  const reached = new Set(roots);
  // Parents stand before children in the tree.
  for (const { id, parentId } of tree) if (parentId !== null && reached.has(parentId)) reached.add(id);
  return tree.filter(({ id }) => reached.has(id));
}

/** One's own unit before what lies below it. */
export const ownOrganization = (
  { memberships }: Pick<MeView, 'memberships'>,
  reach: readonly OrganizationView[],
): OrganizationView | null => {
  const own = memberships.find(({ role }) => role !== 'coordinator')?.organizationId;
  return reach.find(({ id }) => id === own) ?? reach[0] ?? null;
};

export interface Difference {
  readonly part: string;
  readonly was: string;
  readonly is: string;
}

interface Names {
  readonly category: (id: string) => string;
  readonly organization: (id: string) => string;
}

const runWords = ({ draft }: ReturnType<typeof draftOf>, now: Date): string =>
  draft.occurrences
    .map((run) =>
      run.startsAt === '' || run.endsAt === ''
        ? ''
        : `${spanWords(run.startsAt, run.endsAt, now)}，${run.capacity}个名额，候补${run.waitlistLimit}人，${words.modes[run.terms?.mode ?? DEFAULT_TERMS.mode]}，一次最多${run.terms?.partyLimit ?? DEFAULT_TERMS.partyLimit}人`,
    )
    .filter(Boolean)
    .join('；');

const courseWords = ({ course }: ActivityDraft): string =>
  course
    ? `${words.course.whole}，${course.capacity}个名额，候补${course.waitlistLimit}人`
    : words.course.single;

const partsOf = (form: ActivityForm, names: Names, now: Date): readonly (readonly [string, string])[] => [
  [words.organization, names.organization(form.organizationId)],
  [words.category, names.category(form.categoryId)],
  [words.title, form.title],
  [words.summary, form.summary],
  [words.audience, form.audienceText],
  [words.when, runWords(draftOf(form), now)],
  [words.course.question, courseWords(draftOf(form).draft)],
  [words.placeName, form.placeName],
  [words.placeDetail, form.placeDetail],
  [words.coordinates, form.coordinates],
  [words.risk, form.riskText],
  [words.responsibleName, form.responsibleName],
  [words.responsiblePhone, form.responsiblePhone],
  [words.hazardous, form.hazardous ? '是' : '不是'],
  [words.insurance, form.insuranceText],
];

/** What changed between two readings, in the words of the form. */
export function differences(
  was: ActivityForm,
  is: ActivityForm,
  names: Names,
  now: Date,
): readonly Difference[] {
  const after = partsOf(is, names, now);
  return partsOf(was, names, now).flatMap(([part, text], at) => {
    const other = after[at]?.[1] ?? '';
    return text.trim() === other.trim() ? [] : [{ part, was: text, is: other }];
  });
}

export interface Told {
  /** Confirmed places in the occurrences that moved. */
  readonly seats: number;
  /** The place moved: volunteers hear of it too. */
  readonly elsewhere: boolean;
  readonly moved: boolean;
}

/** Who hears of a change to what is published: the API tells those who hold a place when time or place moves. */
export function whoIsTold(view: Pick<StaffActivityView, 'draft'>, form: ActivityForm, now: Date): Told {
  const { draft } = draftOf(form);
  const elsewhere =
    draft.placeName.trim() !== view.draft.placeName || draft.placeDetail.trim() !== view.draft.placeDetail;
  const affected = view.draft.occurrences.filter((was) => {
    const run = draft.occurrences.find(({ id }) => id === was.id);
    if (run === undefined) return false;
    const moved = run.startsAt !== was.startsAt || run.endsAt !== was.endsAt;
    return moved || (elsewhere && Date.parse(was.endsAt) > now.getTime());
  });
  return {
    // Whoever is in a course is in each of its dates.
    seats:
      view.draft.course === null || affected.length === 0
        ? affected.reduce((sum, { line }) => sum + line.taken, 0)
        : view.draft.course.line.taken,
    elsewhere,
    moved: elsewhere || affected.length > 0,
  };
}

export interface PreviewFacts {
  readonly category: CategoryView;
  readonly organization: { readonly id: string; readonly name: string; readonly phone: string | null };
}

/** The activity as residents would see it, from what stands in the fields. */
export function previewOf(form: ActivityForm, { category, organization }: PreviewFacts): ActivityView {
  const { draft, keys } = draftOf(form);
  const blankAsNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    id: 'preview',
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    category,
    cover: draft.cover ?? category.cover,
    organization,
    responsible: { name: draft.responsibleName, phone: blankAsNull(draft.responsiblePhone) },
    place: {
      name: draft.placeName,
      detail: blankAsNull(draft.placeDetail),
      coordinates: draft.coordinates,
    },
    riskText: draft.riskText,
    hazardous: draft.hazardous,
    insuranceText: blankAsNull(draft.insuranceText),
    audienceText: blankAsNull(draft.audienceText),
    cancelledReason: null,
    status: 'published',
    occurrences: draft.occurrences.flatMap((run, index) => previewRun(run, keys[index] ?? '')),
    course: previewCourse(draft),
    illustrative: false,
  };
}

function previewCourse({ course, occurrences }: ActivityDraft): ActivityView['course'] {
  if (!course || Number.isNaN(course.capacity)) return null;
  const { capacity, waitlistLimit, opensAt, closesAt } = course;
  const [first] = occurrences;
  const last = occurrences[occurrences.length - 1];
  if (!first?.startsAt || !last?.endsAt || !opensAt || !closesAt) return null;
  const terms = { ...DEFAULT_TERMS, ...course.terms };
  return {
    id: 'preview-course',
    terms,
    line: {
      ...NOBODY,
      capacity,
      waitlistLimit: waitlistLimit || 0,
      opensAt,
      closesAt,
      startsAt: first.startsAt,
      endsAt: last.endsAt,
      mode: terms.mode,
    },
  };
}

const NOBODY = { taken: 0, waiting: 0, calledOff: false } as const;

function previewRun(
  run: ReturnType<typeof draftOf>['draft']['occurrences'][number],
  id: string,
): ActivityView['occurrences'] {
  const { startsAt, endsAt, opensAt, closesAt, capacity, waitlistLimit } = run;
  const terms = { ...DEFAULT_TERMS, ...run.terms };
  // A run that is not finished has no place in a preview: the summary above it says what is missing.
  if ([startsAt, endsAt, opensAt, closesAt].includes('') || Number.isNaN(capacity)) return [];
  const clock = { startsAt, endsAt, opensAt, closesAt };
  return [
    {
      id,
      startsAt,
      endsAt,
      line: {
        ...clock,
        capacity,
        waitlistLimit: waitlistLimit || 0,
        taken: 0,
        waiting: 0,
        calledOff: false,
        mode: terms.mode,
      },
      terms,
    },
  ];
}

/** Runs that a shift may still be added to. */
export const runsToCome = (form: ActivityForm, now: Date): readonly RunForm[] => {
  const { draft, keys } = draftOf(form);
  const coming = new Set(
    keys.filter((_, at) => {
      const run = draft.occurrences[at];
      return run !== undefined && run.endsAt !== '' && Date.parse(run.startsAt) > now.getTime();
    }),
  );
  return form.runs.filter(({ key }) => coming.has(key));
};
