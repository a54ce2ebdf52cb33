const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** People come early to find their seat; much earlier, a ticket is a mistake about the day. */
export const DOOR_OPENS_MINUTES_BEFORE_START = 120;
/** Domain, "Signup": `no-show` is proposed at the end and final after three days. */
export const ABSENCE_FINAL_AFTER_DAYS = 3;

/** The occurrence's clock; moments are ISO 8601. */
export interface OccurrenceTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface DoorTimes {
  /** Between these moments (ISO 8601, both included) tickets are scanned. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Until then a place may still be ticked on the roster; from then on an absence is final. */
  readonly finalAt: string;
}

const iso = (moment: number): string => new Date(moment).toISOString();

export const doorTimes = ({ startsAt, endsAt }: OccurrenceTimes): DoorTimes => ({
  opensAt: iso(Date.parse(startsAt) - DOOR_OPENS_MINUTES_BEFORE_START * MINUTE),
  closesAt: endsAt,
  finalAt: iso(Date.parse(endsAt) + ABSENCE_FINAL_AFTER_DAYS * DAY),
});

/** Absences are final at this moment in every occurrence that ended before the moment returned. */
export const absenceFinalBefore = (now: Date): string => iso(now.getTime() - ABSENCE_FINAL_AFTER_DAYS * DAY);
