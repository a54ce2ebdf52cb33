import { DISTRICT_OFFSET_MINUTES } from '@xiaolin/shared-types/contract/district-time';
import type {
  RoleEdit,
  ServiceRoleView,
  ShiftCard,
  ShiftDraft,
  ShiftVolunteer,
} from '@xiaolin/shared-types/shifts/schema';
import { partsOf } from '@/shared/i18n/moments';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import type { DateAndTime } from '@/shared/ui/date-time-field';

/** A role as it stands in the fields. */
export interface RoleFields {
  readonly name: string;
  readonly description: string;
  readonly counts: boolean;
  readonly notCountedReason: string;
  /** Names with 、 between them. */
  readonly trainings: string;
  readonly skills: string;
  /** Digits, or nothing. */
  readonly minAge: string;
  readonly maxAge: string;
  readonly swaps: boolean;
}

export const fieldsOf = (role: ServiceRoleView): RoleFields => ({
  name: role.name,
  description: role.description,
  counts: role.countsAsVolunteerService,
  notCountedReason: role.notCountedReason ?? '',
  trainings: role.requirements.trainings.join('、'),
  skills: role.requirements.skills.join('、'),
  minAge: role.requirements.minAge === null ? '' : String(role.requirements.minAge),
  maxAge: role.requirements.maxAge === null ? '' : String(role.requirements.maxAge),
  swaps: role.swaps,
});

/** Names as people write them, one after the other. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

const ageIn = (text: string): number | null | 'wrong' => {
  if (text.trim() === '') return null;
  const age = Number(text.trim());
  return Number.isInteger(age) && age >= 14 && age <= 120 ? age : 'wrong';
};

export type RoleMend = 'name' | 'notCounted' | 'trainings' | 'skills' | 'age';

/** What is sent, or which fields have to be mended. */
export function editOf(
  fields: RoleFields,
): { readonly edit: Omit<RoleEdit, 'requestKey'> } | { readonly mends: readonly RoleMend[] } {
  const trainings = namesIn(fields.trainings);
  const skills = namesIn(fields.skills);
  const minAge = ageIn(fields.minAge);
  const maxAge = ageIn(fields.maxAge);
  const mends: RoleMend[] = [];
  if (fields.name.trim() === '') mends.push('name');
  if (!fields.counts && fields.notCountedReason.trim() === '') mends.push('notCounted');
  if (trainings.length > 5 || trainings.some((name) => name.length > 30)) mends.push('trainings');
  if (skills.length > 8 || skills.some((name) => name.length > 20)) mends.push('skills');
  if (minAge === 'wrong' || maxAge === 'wrong' || (minAge !== null && maxAge !== null && minAge > maxAge))
    mends.push('age');
  if (mends.length > 0 || minAge === 'wrong' || maxAge === 'wrong') return { mends };
  return {
    edit: {
      name: fields.name.trim(),
      description: fields.description.trim(),
      countsAsVolunteerService: fields.counts,
      notCountedReason: fields.counts ? '' : fields.notCountedReason.trim(),
      requirements: { trainings, skills, minAge, maxAge },
      swaps: fields.swaps,
    },
  };
}

/** A shift as it stands in the fields. */
export interface ShiftFields {
  readonly starts: DateAndTime;
  readonly ends: DateAndTime;
  readonly needed: string;
  readonly rest: string;
  readonly meetingPoint: string;
}

const two = (number: number): string => String(number).padStart(2, '0');
const wallClockOf = (instant: string): DateAndTime => {
  const { day, hour, minute } = partsOf(instant);
  return { date: day, time: `${two(hour)}:${two(minute)}` };
};
const instantOf = ({ date, time }: DateAndTime): number =>
  Date.parse(`${date}T${time}:00.000Z`) - DISTRICT_OFFSET_MINUTES * 60_000;

export const shiftFieldsOf = (shift: ShiftCard): ShiftFields => ({
  starts: wallClockOf(shift.startsAt),
  ends: wallClockOf(shift.endsAt),
  needed: String(shift.line.capacity),
  rest: String(shift.breakMinutes),
  meetingPoint: shift.meetingPoint ?? '',
});

/** What is sent: sign-up closes as long before the start as it did; null when something does not fit. */
export function shiftDraftOf(fields: ShiftFields, was: ShiftCard): ShiftDraft | null {
  const [starts, ends] = [instantOf(fields.starts), instantOf(fields.ends)];
  const [needed, rest] = [Number(fields.needed), Number(fields.rest || '0')];
  const wrong =
    Number.isNaN(starts) ||
    Number.isNaN(ends) ||
    starts >= ends ||
    !Number.isInteger(needed) ||
    needed < 1 ||
    !Number.isInteger(rest) ||
    rest < 0 ||
    rest * 60_000 >= ends - starts ||
    ends - starts - rest * 60_000 > 8 * 3_600_000;
  if (wrong) return null;
  const moved = starts - Date.parse(was.startsAt);
  const closes = Date.parse(was.line.closesAt) + moved;
  return {
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(ends).toISOString(),
    breakMinutes: rest,
    needed,
    waitlistLimit: was.line.waitlistLimit,
    opensAt: new Date(Math.min(Date.parse(was.line.opensAt), closes - 60_000)).toISOString(),
    closesAt: new Date(closes).toISOString(),
    meetingPoint: fields.meetingPoint.trim(),
  };
}

/** What stands beside a volunteer's name: late notice first (志愿服务条例 art. 22). */
export function remarksOf(volunteer: ShiftVolunteer): readonly string[] {
  const { status, handedOverTo, tookOverFrom, minor, skills, cancelReason } = volunteer;
  return [
    handedOverTo !== null
      ? words.handedOver(handedOverTo)
      : status === 'cancelled-late'
        ? words.late
        : status === 'cancelled'
          ? words.gaveUp
          : '',
    cancelReason ?? '',
    tookOverFrom === null ? '' : words.tookOver(tookOverFrom),
    minor ? words.minor : '',
    skills.length === 0 ? '' : words.skillsOf(skills.join('、')),
  ].filter((remark) => remark !== '');
}

export const standingWordsOf = ({ status }: Pick<ShiftVolunteer, 'status'>): string =>
  status in words.statusOf ? words.statusOf[status as keyof typeof words.statusOf] : words.statusOf.other;
