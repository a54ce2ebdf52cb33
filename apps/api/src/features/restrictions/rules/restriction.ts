import type { RestrictionSetting } from '@xiaolin/shared-types/organizations/schema';

const DAY = 24 * 60 * 60_000;

/** Why somebody may not sign up for a while. */
export interface Restriction {
  /** ISO 8601: from here on sign-up is open again. */
  readonly until: string;
  /** How many absences brought it about. */
  readonly noShows: number;
}

/**
 * Whether repeated absences keep somebody from signing up at this moment: so many within so many days, for so many
 * days after the last of them. Nothing is stored, so it lapses by itself, ends when an absence is excused, and
 * follows the setting at once.
 *
 * @param absences ends (ISO 8601) of the occurrences where this person's absence is final and not excused, in any order
 */
export function restrictionAt(
  setting: RestrictionSetting,
  absences: readonly string[],
  now: Date,
): Restriction | null {
  if (!setting.on) return null;
  const moments = absences.map((moment) => Date.parse(moment)).sort((a, b) => b - a);
  for (const last of moments) {
    const until = last + setting.forDays * DAY;
    if (until <= now.getTime()) return null;
    const noShows = moments.filter(
      (moment) => moment <= last && moment > last - setting.withinDays * DAY,
    ).length;
    if (noShows >= setting.noShows) return { until: new Date(until).toISOString(), noShows };
  }
  return null;
}

/** Absences before this moment cannot matter any more. */
export const oldestThatMatters = (setting: RestrictionSetting, now: Date): string =>
  new Date(now.getTime() - (setting.withinDays + setting.forDays) * DAY).toISOString();
