import type { AttendanceState, Direction } from '@xiaolin/shared-types/attendance/schema';

export const DIRECTION_LIST = ['in', 'out'] as const satisfies readonly Direction[];

/** What is stored; `scheduled` is a place without a row, `absent` and `missing-out` are read off the clock. */
export type StoredState = 'checked-in' | 'checked-out' | 'computed';

const MINUTE = 60_000;
/** Volunteers come early to set up; much earlier, a scan is a mistake about the day or the shift. */
export const IN_OPENS_MINUTES_BEFORE_START = 30;
/** Domain, "Missed check-out": two hours after the end the shift counts as `missing-out`, so nothing is taken then. */
export const OUT_CLOSES_MINUTES_AFTER_END = 120;

/** The way out of shifts that ended before this moment is closed. */
export const wayOutClosedBefore = (now: Date): string =>
  new Date(now.getTime() - OUT_CLOSES_MINUTES_AFTER_END * 60_000).toISOString();

/** Who may go where: every change of a stored state stands here and nowhere else. */
export const TRANSITIONS = {
  scheduled: { in: 'checked-in' },
  'checked-in': { out: 'checked-out' },
  'checked-out': { compute: 'computed' },
  computed: {},
} as const satisfies Record<'scheduled' | StoredState, Partial<Record<Direction | 'compute', StoredState>>>;

/** The shift's clock; moments are ISO 8601. */
export interface ShiftTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Between which moments (milliseconds, both included) a way is open. */
export function windowOf(
  direction: Direction,
  shift: ShiftTimes,
): { readonly opens: number; readonly closes: number } {
  const start = Date.parse(shift.startsAt);
  const end = Date.parse(shift.endsAt);
  return direction === 'in'
    ? { opens: start - IN_OPENS_MINUTES_BEFORE_START * MINUTE, closes: end }
    : { opens: start, closes: end + OUT_CLOSES_MINUTES_AFTER_END * MINUTE };
}

/** Where a volunteer's attendance stands at this moment. */
export function stateAt(stored: StoredState | null, shift: ShiftTimes, now: number): AttendanceState {
  if (stored === null) return now > windowOf('in', shift).closes ? 'absent' : 'scheduled';
  if (stored === 'checked-in' && now > windowOf('out', shift).closes) return 'missing-out';
  return stored;
}
