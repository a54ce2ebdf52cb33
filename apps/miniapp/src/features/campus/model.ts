import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { CampusHoursRow, CampusStudent } from '@xiaolin/shared-types/students/schema';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';

export const HOURS_PERIODS = ['year', 'term', 'month'] as const;
export type HoursPeriod = (typeof HOURS_PERIODS)[number];

/** The district days of a period; a year is the server's default, so nothing is named. */
export function daysOf(period: HoursPeriod, now: Date): { readonly from?: string; readonly to?: string } {
  if (period === 'year') return {};
  const to = districtDay(now);
  return { from: addDistrictDays(to, period === 'term' ? -179 : -29), to };
}

/** Ticked when the list opens: who waits with a number that nobody else has named. */
export const tickedAtFirst = (students: readonly CampusStudent[]): readonly string[] =>
  students.filter(({ numberNamedTwice }) => !numberNamedTwice).map(({ personId }) => personId);

/** `2025级 舞蹈学1班` */
export const classOf = ({ entryYear, className }: Pick<CampusHoursRow, 'entryYear' | 'className'>): string =>
  [entryYear === null ? '' : words.entry(entryYear), className ?? words.noClass].filter(Boolean).join(' ');

/** What the campus verifies; what the account is called where nobody was asked for a name yet. */
export const nameOf = ({ realName, displayName }: Pick<CampusStudent, 'realName' | 'displayName'>): string =>
  realName ?? displayName;

export const schoolOf = ({ schoolName }: Pick<CampusHoursRow, 'schoolName'>): string =>
  schoolName ?? words.noSchool;
