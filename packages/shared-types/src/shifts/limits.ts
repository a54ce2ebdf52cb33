/** The most planned minutes of one volunteer (breaks left out), on a district day and in a week from Monday. */
export interface WorkLimits {
  readonly day: number;
  readonly week: number;
}

/**
 * Nobody is signed up for more than this, so that a task fits strength and ability (志愿服务条例 art. 15). Eight hours
 * is also what hour records are flagged beyond; whoever may be under eighteen is planned for less.
 */
export const WORK_LIMITS = {
  adult: { day: 8 * 60, week: 40 * 60 },
  minor: { day: 6 * 60, week: 20 * 60 },
} as const satisfies Record<'adult' | 'minor', WorkLimits>;

/** 志愿服务条例 art. 15: from fourteen with a guardian's consent, from eighteen on one's own. Years. */
export const WORK_AGES = { least: 14, adult: 18 } as const;

/**
 * Whether somebody may still be under this age in this year. Only the year of birth is known, and a rule that protects
 * reads it with care: the age counts as reached when the whole year of it is over.
 */
export const mayBeUnder = (age: number, birthYear: number, year: number): boolean => year - birthYear <= age;
