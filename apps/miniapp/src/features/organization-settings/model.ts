import type { MembershipView, RestrictionSetting } from '@xiaolin/shared-types/organizations/schema';
import { settingWords as words } from '@/shared/i18n/zh-CN/organization-settings';

/** What is typed, as it is typed. */
export interface RestrictionForm {
  readonly on: boolean;
  readonly noShows: string;
  readonly withinDays: string;
  readonly forDays: string;
}

export type NumberField = Exclude<keyof RestrictionForm, 'on'>;

/** As the contract's `RestrictionSetting` takes them. */
const BOUNDS: Readonly<Record<NumberField, readonly [least: number, most: number]>> = {
  noShows: [2, 20],
  withinDays: [7, 365],
  forDays: [1, 90],
};

export const NUMBER_FIELDS = Object.keys(BOUNDS) as NumberField[];

export const formOf = (setting: RestrictionSetting): RestrictionForm => ({
  on: setting.on,
  noShows: String(setting.noShows),
  withinDays: String(setting.withinDays),
  forDays: String(setting.forDays),
});

/** What does not fit, by field; nothing while the rule is off. */
export function errorsIn(form: RestrictionForm): Partial<Record<NumberField, string>> {
  if (!form.on) return {};
  const wrong = NUMBER_FIELDS.filter((field) => numberIn(form, field) === null);
  return Object.fromEntries(wrong.map((field) => [field, words.mend(...BOUNDS[field])]));
}

/** Null while something does not fit. What an off rule says of numbers is kept as it was. */
export function settingOf(form: RestrictionForm, before: RestrictionSetting): RestrictionSetting | null {
  if (!form.on) return { ...before, on: false };
  const [noShows, withinDays, forDays] = NUMBER_FIELDS.map((field) => numberIn(form, field));
  if (noShows == null || withinDays == null || forDays == null) return null;
  return { on: true, noShows, withinDays, forDays };
}

function numberIn(form: RestrictionForm, field: NumberField): number | null {
  const written = form[field].trim();
  const [least, most] = BOUNDS[field];
  const number = Number(written);
  return /^\d+$/.test(written) && number >= least && number <= most ? number : null;
}

/** Organizations that hold activities of their own; a campus only looks after its students. */
export const placesOf = (memberships: readonly MembershipView[]): readonly MembershipView[] =>
  memberships.filter(({ role }) => role !== 'coordinator');
