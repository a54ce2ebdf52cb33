import type { HourFlag } from '@xiaolin/shared-types/hours/schema';
import { WORK_LIMITS } from '@xiaolin/shared-types/shifts/limits';

/** More than this on one district day is looked at by a person; it is never cut (domain, "Credited minutes"). */
export const DAILY_CAP_MINUTES = WORK_LIMITS.adult.day;

export interface FlagFacts {
  readonly minutes: number;
  readonly overlapMinutes: number;
  /** Minutes that the shift earns when served from start to end. */
  readonly fullMinutes: number;
  /** Minutes of the same person's other records on the same district day. */
  readonly otherMinutesThatDay: number;
  /** Whether either way was ticked by hand. */
  readonly ticked: boolean;
  /** What was found about how it was scanned. */
  readonly evidence?: readonly HourFlag[];
  /** Whether the whole record was. */
  readonly manual?: boolean;
}

/** What makes a record worth a second look before it is confirmed. */
export function flagsOf(facts: FlagFacts): readonly HourFlag[] {
  const raised: Readonly<Partial<Record<HourFlag, boolean>>> = {
    'over-daily-cap': facts.minutes + facts.otherMinutesThatDay > DAILY_CAP_MINUTES,
    'overlaps-other-shift': facts.overlapMinutes > 0,
    'roster-tick': facts.ticked,
    'shorter-than-half': facts.minutes * 2 < facts.fullMinutes,
    manual: facts.manual === true,
  };
  const own = (Object.keys(raised) as HourFlag[]).filter((flag) => raised[flag]);
  return [...own, ...(facts.evidence ?? []).filter((flag) => !own.includes(flag))];
}
