import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { QualificationKind, QualificationState } from '@xiaolin/shared-types/qualifications/schema';
import { mayBeUnder, WORK_AGES } from '@xiaolin/shared-types/shifts/limits';
import type { RequirementKind, RoleRequirements } from '@xiaolin/shared-types/shifts/requirements';
import { decideAge } from './decide-eligibility.js';
import { type Refused, refused } from './decide-place.js';

export interface HeldQualification {
  readonly kind: QualificationKind;
  readonly name: string;
  readonly state: QualificationState;
  /** Of the organization whose word it is. */
  readonly organizationPath: string;
  /** District days. */
  readonly doneOn: string | null;
  readonly validUntil: string | null;
}

export interface Volunteer {
  readonly name: string;
  readonly birthYear: number | null;
  readonly skills: readonly string[];
  /** Latest first. */
  readonly qualifications: readonly HeldQualification[];
}

/** A shift as its requirements need it. */
export interface AskingShift {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Of the organiser, from the root of the tree. */
  readonly organizationPath: string;
}

export interface Check {
  readonly kind: RequirementKind;
  readonly name: string;
  readonly refusal: Refused | null;
}

const dayOf = (moment: string): string => districtDay(new Date(moment));
const yearOf = (moment: string): number => Number(dayOf(moment).slice(0, 4));

/** Whether somebody may still be under eighteen on the day of the shift; unknown: no. */
export const isMinor = (birthYear: number | null, startsAt: string): boolean =>
  birthYear !== null && mayBeUnder(WORK_AGES.adult, birthYear, yearOf(startsAt));

/**
 * Everything that a shift asks of this volunteer, each with whether it is met. Whatever the role says, nobody under
 * fourteen serves, and nobody under eighteen without a guardian's consent: 志愿服务条例 art. 15.
 */
export function checkRequirements(
  asked: RoleRequirements,
  volunteer: Volunteer,
  shift: AskingShift,
): readonly Check[] {
  return [
    { kind: 'age', name: '', refusal: ageOf(asked, volunteer, shift) ?? null },
    ...(isMinor(volunteer.birthYear, shift.startsAt)
      ? [{ kind: 'guardian-consent' as const, name: '', refusal: consentOf(volunteer, shift) ?? null }]
      : []),
    ...asked.trainings.map((name) => ({
      kind: 'training' as const,
      name,
      refusal: trainingOf(name, volunteer, shift) ?? null,
    })),
    ...asked.skills.map((name) => ({
      kind: 'skill' as const,
      name,
      refusal: volunteer.skills.includes(name) ? null : refused('signup.skill-missing', { skill: name }),
    })),
  ];
}

/** The first reason why this volunteer may not come, or undefined. */
export const decideRequirements = (
  asked: RoleRequirements,
  volunteer: Volunteer,
  shift: AskingShift,
): Refused | undefined =>
  checkRequirements(asked, volunteer, shift).find(({ refusal }) => refusal !== null)?.refusal ?? undefined;

function ageOf(asked: RoleRequirements, volunteer: Volunteer, shift: AskingShift): Refused | undefined {
  const { birthYear, name } = volunteer;
  // Without a year of birth nobody knows whether art. 15 asks for a guardian.
  if (birthYear === null) return refused('signup.age-unknown', { name });
  if (mayBeUnder(WORK_AGES.least, birthYear, yearOf(shift.startsAt)))
    return refused('signup.too-young', { least: WORK_AGES.least });
  return decideAge(asked, volunteer, shift.startsAt);
}

function consentOf(volunteer: Volunteer, shift: AskingShift): Refused | undefined {
  const here = volunteer.qualifications.filter(
    (held) => held.kind === 'guardian-consent' && shift.organizationPath.startsWith(held.organizationPath),
  );
  if (here.some((held) => holdsOn(held, shift))) return undefined;
  return refused('signup.guardian-consent', { state: standingOf(here, shift) });
}

function trainingOf(name: string, volunteer: Volunteer, shift: AskingShift): Refused | undefined {
  const here = volunteer.qualifications.filter(
    (held) =>
      held.kind === 'training' &&
      held.name === name &&
      shift.organizationPath.startsWith(held.organizationPath),
  );
  if (here.some((held) => holdsOn(held, shift))) return undefined;
  return refused('signup.training-missing', { training: name, state: standingOf(here, shift) });
}

/** Confirmed, done by the day of the shift and not run out on its last one. */
const holdsOn = (
  { state, doneOn, validUntil }: HeldQualification,
  { startsAt, endsAt }: AskingShift,
): boolean =>
  state === 'confirmed' &&
  (doneOn === null || doneOn <= dayOf(startsAt)) &&
  (validUntil === null || validUntil >= dayOf(endsAt));

/** What there is instead of what is asked for, so that the sentence says what to do next. */
function standingOf(
  held: readonly HeldQualification[],
  shift: AskingShift,
): 'asked' | 'expired' | 'refused' | 'none' {
  if (held.some(({ state }) => state === 'asked')) return 'asked';
  if (
    held.some(
      ({ state, validUntil }) =>
        state === 'confirmed' && validUntil !== null && validUntil < dayOf(shift.endsAt),
    )
  )
    return 'expired';
  return held[0]?.state === 'refused' ? 'refused' : 'none';
}
