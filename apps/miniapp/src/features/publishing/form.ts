import {
  ActivityDraft,
  type CourseDraft,
  type Cover,
  type StaffActivityView,
} from '@xiaolin/shared-types/activities/schema';
import {
  addDistrictDays,
  DISTRICT_OFFSET_MINUTES,
  districtDay,
} from '@xiaolin/shared-types/contract/district-time';
import type { SignupMode } from '@xiaolin/shared-types/signups/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import { fromGcj02, toGcj02 } from '@/shared/platform/gcj02';
import type { DateAndTime } from '@/shared/ui/date-time-field';
import { COURSE_KEY, dateOf, firstRunOf } from './course-form';
import {
  type AudienceForm,
  audienceForm,
  audienceOf,
  isWorded,
  type QuestionForm,
  questionForm,
  questionOf,
} from './who-form';

/** An occurrence as it stands in the fields: wall-clock parts and digits, finished or not. */
export interface RunForm {
  /** Stays through every change, and is part of the fields' ids. */
  readonly key: string;
  /** null until the server knows it. */
  readonly id: string | null;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  /** Days after `date` on which it ends; 0 unless it runs through midnight. */
  readonly endDays: number;
  readonly capacity: string;
  /** '0' or '': nobody may wait. */
  readonly waitlist: string;
  readonly mode: SignupMode;
  /** Somebody has signed up: how seats are given stays as it is. */
  readonly modeFixed: boolean;
  /** The most people of one signup, its owner included. */
  readonly partyLimit: string;
  /** null: as soon as it is published. */
  readonly opens: DateAndTime | null;
  /** The moment that stands for "as soon as it is published": when the run was written down. */
  readonly opensFrom: string;
  /** null: at the start. */
  readonly closes: DateAndTime | null;
}

type Texts = Pick<
  ActivityDraft,
  | 'organizationId'
  | 'title'
  | 'summary'
  | 'categoryId'
  | 'responsibleName'
  | 'responsiblePhone'
  | 'placeName'
  | 'placeDetail'
  | 'riskText'
  | 'insuranceText'
  | 'audienceText'
>;

/** An activity as it stands in the fields. */
export interface ActivityForm extends Texts {
  readonly hazardous: boolean;
  readonly cover: Cover | null;
  /** Latitude and longitude as the maps of China show them (GCJ-02), `24.88520, 102.82110`. */
  readonly coordinates: string;
  /** What `coordinates` was read from, so that reading and writing a place does not move it by a rounding. */
  readonly savedCoordinates: ActivityDraft['coordinates'];
  readonly runs: readonly RunForm[];
  /** Seats and window where all dates are taken at once; null: one by one. It has no day of its own. */
  readonly course: RunForm | null;
  /** Who may come, and what they are asked: the same for every run. */
  readonly audience: AudienceForm;
  readonly questions: readonly QuestionForm[];
}

export type ServerDraft = StaffActivityView['draft'];

const MINUTE = 60_000;

/** A day and a time of the district as a moment; '' while one of them is missing or does not exist. */
export function instantOf({ date, time }: DateAndTime): string {
  const moment = Date.parse(`${date}T${time}:00.000Z`);
  return Number.isNaN(moment) ? '' : new Date(moment - DISTRICT_OFFSET_MINUTES * MINUTE).toISOString();
}

export function wallClockOf(instant: string): DateAndTime {
  const local = new Date(Date.parse(instant) + DISTRICT_OFFSET_MINUTES * MINUTE).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

const wholeMinute = (now: Date): string =>
  new Date(Math.floor(now.getTime() / MINUTE) * MINUTE).toISOString();

/** Thirty seats and ten who may wait, two hours of an afternoon, sign-up from publishing to the start. The day is asked for. */
export const newRun = (key: string, now: Date): RunForm => ({
  key,
  id: null,
  date: '',
  from: '14:00',
  to: '16:00',
  endDays: 0,
  capacity: '30',
  waitlist: '10',
  mode: DEFAULT_TERMS.mode,
  modeFixed: false,
  partyLimit: String(DEFAULT_TERMS.partyLimit),
  opens: null,
  opensFrom: wholeMinute(now),
  closes: null,
});

const freeKey = (runs: readonly RunForm[]): string => {
  const used = new Set(runs.map(({ key }) => key));
  let number = runs.length + 1;
  while (used.has(`n${number}`)) number += 1;
  return `n${number}`;
};

export const addRun = (runs: readonly RunForm[], now: Date): readonly RunForm[] => [
  ...runs,
  newRun(freeKey(runs), now),
];

/** The same a week later; where that is there already, a week after the last one. */
export function copyToNextWeek(runs: readonly RunForm[], key: string, now: Date): readonly RunForm[] {
  const at = runs.findIndex((run) => run.key === key);
  const run = runs[at];
  if (run === undefined || run.date === '') return runs;
  const taken = new Set(runs.map(({ date, from }) => `${date} ${from}`));
  let days = 7;
  while (taken.has(`${addDistrictDays(run.date, days)} ${run.from}`)) days += 7;
  const later = (value: DateAndTime | null) =>
    value && value.date !== '' ? { ...value, date: addDistrictDays(value.date, days) } : null;
  const copy: RunForm = {
    ...run,
    key: freeKey(runs),
    id: null,
    modeFixed: false,
    date: addDistrictDays(run.date, days),
    opens: later(run.opens),
    opensFrom: wholeMinute(now),
    closes: later(run.closes),
  };
  return [...runs.slice(0, at + 1), copy, ...runs.slice(at + 1)];
}

export interface FormDefaults {
  readonly organizationId: string;
  readonly categoryId: string;
  readonly responsibleName: string;
  readonly responsiblePhone: string;
}

export const blankForm = (defaults: FormDefaults, now: Date): ActivityForm => ({
  ...defaults,
  title: '',
  summary: '',
  placeName: '',
  placeDetail: '',
  riskText: '',
  insuranceText: '',
  audienceText: '',
  hazardous: false,
  cover: null,
  coordinates: '',
  savedCoordinates: null,
  runs: [newRun('n1', now)],
  course: null,
  audience: audienceForm(),
  questions: [],
});

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * MINUTE));

function runFormOf(run: ServerDraft['occurrences'][number], now: Date): RunForm {
  const starts = wallClockOf(run.startsAt);
  const ends = wallClockOf(run.endsAt);
  return {
    key: run.id,
    id: run.id,
    date: starts.date,
    from: starts.time,
    to: ends.time,
    endDays: daysBetween(starts.date, ends.date),
    capacity: String(run.capacity),
    waitlist: String(run.waitlistLimit),
    mode: run.terms.mode,
    modeFixed: run.line.taken + run.line.waiting > 0,
    partyLimit: String(run.terms.partyLimit),
    opens: Date.parse(run.opensAt) <= now.getTime() ? null : wallClockOf(run.opensAt),
    opensFrom: run.opensAt,
    closes: run.closesAt === run.startsAt ? null : wallClockOf(run.closesAt),
  };
}

/** The fields of a course are those of a run without a day. */
function courseFormOf(course: NonNullable<ServerDraft['course']>, now: Date): RunForm {
  const { startsAt, endsAt } = course.line;
  return {
    ...runFormOf({ ...course, startsAt, endsAt }, now),
    key: COURSE_KEY,
    id: null,
    date: '',
    endDays: 0,
  };
}

const shownCoordinates = (place: ActivityDraft['coordinates']): string => {
  if (place === null) return '';
  const { latitude, longitude } = toGcj02(place);
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
};

/** What the server holds, in the fields. */
export function formOf(draft: ServerDraft, now: Date): ActivityForm {
  const { occurrences, coordinates, course, ...same } = draft;
  return {
    ...same,
    coordinates: shownCoordinates(coordinates),
    savedCoordinates: coordinates,
    runs: occurrences.map((run) => runFormOf(run, now)),
    course: course && courseFormOf(course, now),
    audience: audienceForm(occurrences[0]?.terms.audience),
    questions: (occurrences[0]?.terms.questions ?? []).map(questionForm),
  };
}

/** Not two numbers: out of every range, so that the contract refuses it and names the field. */
const NOWHERE = { latitude: 999, longitude: 999 };

function coordinatesOf({ coordinates, savedCoordinates }: ActivityForm): ActivityDraft['coordinates'] {
  const text = coordinates.trim();
  if (text === '') return null;
  if (text === shownCoordinates(savedCoordinates)) return savedCoordinates;
  const parts = text.split(/[\s,，]+/).map(Number);
  const [latitude, longitude] = parts;
  if (parts.length !== 2 || latitude === undefined || longitude === undefined) return NOWHERE;
  return Number.isFinite(latitude) && Number.isFinite(longitude)
    ? fromGcj02({ latitude, longitude })
    : NOWHERE;
}

function windowOf(run: RunForm, startsAt: string): { readonly opensAt: string; readonly closesAt: string } {
  const closesAt = run.closes === null ? startsAt : instantOf(run.closes);
  if (run.opens !== null) return { opensAt: instantOf(run.opens), closesAt };
  // A start that has passed must not make the draft unsaveable: publishing names it.
  const early = closesAt !== '' && closesAt <= run.opensFrom;
  return {
    opensAt: early ? new Date(Date.parse(closesAt) - MINUTE).toISOString() : run.opensFrom,
    closesAt,
  };
}

type RunDraft = ActivityDraft['occurrences'][number];

export const digits = (text: string): number =>
  /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;

function courseDraftOf(course: RunForm, form: ActivityForm): CourseDraft {
  const first = firstRunOf(form.runs);
  const startsAt = first === null ? '' : instantOf({ date: first.date, time: first.from });
  return { ...seatsOf(course, form), ...windowOf(course, startsAt) };
}

/** How many, how they are given, to whom. */
const seatsOf = (run: RunForm, { audience, questions }: ActivityForm) => ({
  capacity: digits(run.capacity),
  waitlistLimit: run.waitlist.trim() === '' ? 0 : digits(run.waitlist),
  terms: {
    mode: run.mode,
    partyLimit: digits(run.partyLimit),
    audience: audienceOf(audience),
    questions: questions.filter(isWorded).map(questionOf),
  },
});

function runDraftOf(run: RunForm, form: ActivityForm, course: CourseDraft | null): RunDraft {
  const startsAt = instantOf({ date: run.date, time: run.from });
  const endDate = run.date === '' ? '' : addDistrictDays(run.date, run.endDays);
  const times = {
    ...(run.id !== null && { id: run.id }),
    startsAt,
    endsAt: instantOf({ date: endDate, time: run.to }),
  };
  if (course !== null) return dateOf(times, course);
  return { ...times, ...seatsOf(run, form), ...windowOf(run, startsAt) };
}

export interface Written {
  readonly draft: ActivityDraft;
  /** The key of the run behind each of the draft's occurrences. */
  readonly keys: readonly string[];
}

/** What the fields say, as the contract wants it. A new run without a day is not written yet and stays here. */
export function draftOf(form: ActivityForm): Written {
  const {
    runs,
    coordinates: _text,
    savedCoordinates: _saved,
    audience: _audience,
    questions: _questions,
    course: courseForm,
    ...same
  } = form;
  // A form that was kept by an older version knows no courses.
  const course = courseForm ? courseDraftOf(courseForm, form) : null;
  const written = runs
    .filter((run) => run.id !== null || run.date !== '')
    .map((run) => ({ key: run.key, draft: runDraftOf(run, form, course) }))
    .sort((a, b) => order(a.draft).localeCompare(order(b.draft)));
  return {
    draft: {
      ...same,
      coordinates: coordinatesOf(form),
      course,
      occurrences: written.map(({ draft }) => draft),
    },
    keys: written.map(({ key }) => key),
  };
}

/** The server lists runs by their start; comparing needs the same order. */
const order = (run: RunDraft): string =>
  `${run.startsAt} ${run.endsAt} ${String(run.capacity).padStart(6, '0')}`;

export interface Fault {
  /** Where in the draft: `title`, `occurrences.0.endsAt`. */
  readonly path: string;
}

interface StandardResult {
  readonly value?: unknown;
  readonly issues?: readonly { readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] }[];
}

/** The contract's own schema judges, so that no rule is written a second time. */
const judge = (draft: ActivityDraft): StandardResult =>
  ActivityDraft['~standard'].validate(draft) as StandardResult;

/** Why the server would not take this draft; empty when it would. */
export const faultsOf = (draft: ActivityDraft): readonly Fault[] =>
  (judge(draft).issues ?? []).map(({ path }) => ({
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
  }));

/** Equal for two drafts that say the same, whoever numbered their runs; null for one that the server would not take. */
export function fingerprintOf(draft: ActivityDraft): string | null {
  const { issues, value } = judge(draft);
  if (issues !== undefined || value === undefined) return null;
  const { occurrences, ...rest } = value as ActivityDraft;
  return JSON.stringify([rest, occurrences.map(({ id: _id, ...run }) => run)]);
}

export const fingerprint = (form: ActivityForm): string | null => fingerprintOf(draftOf(form).draft);

/** Gives the runs that were sent without an id the one that the server gave them. */
export function adoptIds(form: ActivityForm, sent: Written, answer: ServerDraft): ActivityForm {
  const free = answer.occurrences.filter(({ id }) => sent.draft.occurrences.every((run) => run.id !== id));
  const ids = new Map<string, string>();
  sent.draft.occurrences.forEach((run, index) => {
    const key = sent.keys[index];
    if (run.id !== undefined || key === undefined) return;
    const at = free.findIndex(
      (each) =>
        each.startsAt === run.startsAt && each.endsAt === run.endsAt && each.capacity === run.capacity,
    );
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (found) ids.set(key, found.id);
  });
  return { ...form, runs: form.runs.map((run) => ({ ...run, id: run.id ?? ids.get(run.key) ?? null })) };
}

/** Runs that the server no longer has are written anew. */
export function forgetLostIds(form: ActivityForm, answer: ServerDraft): ActivityForm {
  const known = new Set(answer.occurrences.map(({ id }) => id));
  return {
    ...form,
    runs: form.runs.map((run) => (run.id !== null && known.has(run.id) ? run : { ...run, id: null })),
  };
}

export const isBlank = ({ title, summary, placeName, riskText, runs }: ActivityForm): boolean =>
  [title, summary, placeName, riskText].every((text) => text.trim() === '') &&
  runs.every(({ date }) => date === '');

/** The first day that may be chosen. */
/** A lottery is drawn before the start: on the evening before, until somebody says otherwise. */
export const drawTime = (run: Pick<RunForm, 'closes' | 'date'>, mode: SignupMode): Partial<RunForm> =>
  mode !== 'lottery' || run.closes !== null
    ? {}
    : { closes: { date: run.date === '' ? '' : addDistrictDays(run.date, -1), time: '20:00' } };

export const firstDay = (now: Date): string => districtDay(now);
