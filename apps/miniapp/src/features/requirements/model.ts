import type { RequirementCheck, ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import { sentenceOf } from '@/shared/i18n/problem-text';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';

export interface RequirementLine {
  readonly title: string;
  /** Why not, and what to do; null when it is met. */
  readonly why: string | null;
}

const titleOf = ({ kind, name }: RequirementCheck): string => {
  switch (kind) {
    case 'age':
      return words.age;
    case 'guardian-consent':
      return words.consent;
    case 'training':
      return words.training(name);
    case 'skill':
      return words.skill(name);
  }
};

type Reason = NonNullable<ShiftEligibility['refusal']>;

export const whyWords = ({ code, facts }: Reason, now: Date): string => sentenceOf(code, facts, now);

export const lineOf = (check: RequirementCheck, now: Date): RequirementLine => ({
  title: titleOf(check),
  why: check.refusal === null ? null : whyWords(check.refusal, now),
});

/** Where the person can do something about it: tell their year of birth, or what the qualifications page asks. */
export function mendOf(eligibility: ShiftEligibility): 'details' | 'qualifications' | null {
  switch (eligibility.refusal?.code) {
    case 'signup.age-unknown':
      return 'details';
    case 'signup.guardian-consent':
    case 'signup.training-missing':
    case 'signup.skill-missing':
      return 'qualifications';
    default:
      return null;
  }
}

/** Trainings and skills that the shift asks for and that are still missing, consents likewise. */
export const missingOf = (eligibility: ShiftEligibility | null, kind: RequirementCheck['kind']): string[] =>
  (eligibility?.checks ?? [])
    .filter(
      (check) => check.kind === kind && check.refusal !== null && check.refusal.facts['state'] !== 'asked',
    )
    .map(({ name }) => name);

/** A day as people may type it, `2026-5-1` or `2026年5月1日`; null when it is none. */
export function readDay(text: string): string | null {
  const [, year, month, date] = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00.000Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day ? null : day;
}
