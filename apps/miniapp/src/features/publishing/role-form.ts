import { RoleDraft } from '@xiaolin/shared-types/shifts/schema';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { draftOf, type ActivityForm } from './form';
import { fieldId, type Mend, runsToCome } from './model';

/** A volunteer's job as it stands in the fields; its shifts follow the runs that are ticked. */
export interface RoleForm {
  readonly name: string;
  readonly description: string;
  /** Keys of the runs that need it. */
  readonly runs: readonly string[];
  /** People for each run, digits. */
  readonly needed: string;
  /** Minutes before the start, after the end, and of rest; digits. */
  readonly early: string;
  readonly late: string;
  readonly rest: string;
  readonly meetingPoint: string;
  readonly counts: boolean;
  readonly notCountedReason: string;
}

/** Half an hour before the start, and every run that is still to come. */
export const blankRole = (activity: ActivityForm, now: Date): RoleForm => ({
  name: '',
  description: '',
  runs: runsToCome(activity, now).map(({ key }) => key),
  needed: '2',
  early: '30',
  late: '0',
  rest: '0',
  meetingPoint: '',
  counts: true,
  notCountedReason: '',
});

const MINUTE = 60_000;
const LONGEST = 600;

const minutes = (text: string): number =>
  text.trim() === '' ? 0 : /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;

const shifted = (instant: string, by: number): string =>
  Number.isNaN(by) ? '' : new Date(Date.parse(instant) + by * MINUTE).toISOString();

/** Sign-up for a shift opens at once and closes when it starts. */
function shiftsOf(role: RoleForm, activity: ActivityForm, now: Date): RoleDraft['shifts'] {
  const { draft, keys } = draftOf(activity);
  const wanted = new Set(
    runsToCome(activity, now)
      .map(({ key }) => key)
      .filter((key) => role.runs.includes(key)),
  );
  return draft.occurrences
    .filter((_, at) => wanted.has(keys[at] ?? ''))
    .map((run) => {
      const startsAt = shifted(run.startsAt, -minutes(role.early));
      return {
        startsAt,
        endsAt: shifted(run.endsAt, minutes(role.late)),
        breakMinutes: minutes(role.rest),
        needed: minutes(role.needed),
        waitlistLimit: minutes(role.needed),
        opensAt: opening(startsAt, now),
        closesAt: startsAt,
        meetingPoint: role.meetingPoint,
      };
    });
}

/** Now, and before the shift in any case: the one of a run that is about to begin may have begun. */
const opening = (startsAt: string, now: Date): string =>
  startsAt !== '' && Date.parse(startsAt) <= now.getTime()
    ? shifted(startsAt, -1)
    : new Date(Math.floor(now.getTime() / MINUTE) * MINUTE).toISOString();

export const roleDraftOf = (
  role: RoleForm,
  activity: ActivityForm,
  now: Date,
): Omit<RoleDraft, 'requestKey'> => ({
  name: role.name,
  description: role.description,
  countsAsVolunteerService: role.counts,
  notCountedReason: role.counts ? '' : role.notCountedReason,
  shifts: shiftsOf(role, activity, now),
});

const fieldOfPart: Readonly<Record<string, string>> = {
  breakMinutes: 'rest',
  startsAt: 'early',
  endsAt: 'late',
  opensAt: 'early',
  closesAt: 'early',
};

/** Id of a field of the role; apart from those of the activity. */
export const roleFieldId = (part: string): string => fieldId(`role-${part}`);

const mendFor = (part: string): Mend => {
  const field = fieldOfPart[part] ?? part;
  const known: Readonly<Record<string, string>> = words.mends;
  return {
    field: roleFieldId(field === 'shifts' ? 'runs' : field),
    step: 'roles',
    mend: known[field === 'rest' ? 'breakMinutes' : field] ?? words.mends.other,
  };
};

interface StandardResult {
  readonly issues?: readonly { readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] }[];
}

/** What the contract would refuse, each field once. */
export function roleMends(role: RoleForm, activity: ActivityForm, now: Date): readonly Mend[] {
  const body = { ...roleDraftOf(role, activity, now), requestKey: 'not-chosen-yet' };
  const { issues = [] } = RoleDraft['~standard'].validate(body) as StandardResult;
  const mends = issues.map(({ path = [] }) => {
    const names = path.map((part) => String(typeof part === 'object' ? part.key : part));
    return mendFor(names[2] ?? names[0] ?? '');
  });
  for (const part of ['early', 'late'] as const) {
    const value = minutes(role[part]);
    if (Number.isNaN(value) || value > LONGEST) mends.push(mendFor(part));
  }
  return mends.filter(({ field }, at) => mends.findIndex((each) => each.field === field) === at);
}
