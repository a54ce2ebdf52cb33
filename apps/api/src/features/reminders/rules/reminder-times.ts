import {
  addDistrictDays,
  DISTRICT_OFFSET_MINUTES,
  districtDay,
  endOfDistrictDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';

const MINUTE = 60_000;
/** Minutes of the district's day between which nobody is disturbed by what can wait: 21:30 to 7:30. */
const QUIET_FROM = 21 * 60 + 30;
const QUIET_UNTIL = 7 * 60 + 30;
/** The evening before, when the day after is planned: 18:00. */
const EVENING = 18 * 60;
const SOON_MS = 120 * MINUTE;

export const REMINDERS = ['day-before', 'soon'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** How far ahead the earliest reminder of a start can lie, in milliseconds. */
export const FARTHEST_MS = 31 * 60 * MINUTE;

const minuteOfDay = (moment: Date): number =>
  Math.floor((moment.getTime() + DISTRICT_OFFSET_MINUTES * MINUTE) / MINUTE) % (24 * 60);

/**
 * When something that is due at a moment may be told: not in the quiet hours, which end at 7:30. What would come too
 * late then (the event begins before) is told at once.
 */
export function outOfQuietHours(due: Date, begins: Date): Date {
  const minute = minuteOfDay(due);
  if (minute >= QUIET_UNTIL && minute < QUIET_FROM) return due;
  const morning =
    minute < QUIET_UNTIL ? startOfDistrictDay(districtDay(due)) : endOfDistrictDay(districtDay(due));
  const opens = new Date(morning.getTime() + QUIET_UNTIL * MINUTE);
  return begins.getTime() <= opens.getTime() ? due : opens;
}

/** From when on a start is told of, and until when it still makes sense. */
export function reminderWindow(
  reminder: Reminder,
  startsAt: Date,
): { readonly from: Date; readonly until: Date } {
  if (reminder === 'soon')
    return { from: outOfQuietHours(new Date(startsAt.getTime() - SOON_MS), startsAt), until: startsAt };
  const day = districtDay(startsAt);
  const evening = startOfDistrictDay(addDistrictDays(day, -1)).getTime() + EVENING * MINUTE;
  // From midnight on “tomorrow” is no longer true.
  return { from: new Date(evening), until: startOfDistrictDay(day) };
}

/** Quiet hours hold for a round that comes late, too: a process that was down is no reason to wake anybody. */
export function isReminderDue(reminder: Reminder, startsAt: Date, now: Date): boolean {
  const { from, until } = reminderWindow(reminder, startsAt);
  if (now < from || now >= until) return false;
  return reminder === 'soon' || outOfQuietHours(now, startsAt).getTime() === now.getTime();
}
