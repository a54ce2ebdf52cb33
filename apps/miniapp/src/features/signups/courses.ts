import type { MyCourseDate, MySignup } from '@xiaolin/shared-types/signups/schema';
import { momentWords, shortMomentWords } from '@/shared/i18n/moments';
import { coursesText as words } from '@/shared/i18n/zh-CN/courses';
import type { CalendarEntry } from '@/shared/platform/calendar-entry';
import { hasTicket } from './model';

const isOver = ({ endsAt }: Pick<MyCourseDate, 'endsAt'>, now: Date): boolean =>
  Date.parse(endsAt) <= now.getTime();

/** `共8次，下次周二 14:00`; null for what is no course. */
export function courseWords({ dates }: Pick<MySignup, 'dates'>, now: Date): string | null {
  if (dates === null) return null;
  const held = dates.filter(({ calledOff }) => !calledOff);
  const next = held.find((date) => !isOver(date, now));
  if (next === undefined) return words.done(held.length);
  return words.next(held.length, shortMomentWords(next.startsAt, now));
}

/** The place whose ticket is shown first: the own one, or that of the next date of a course. Null: there is none. */
export function ticketOf(signup: MySignup, now: Date): string | null {
  if (signup.dates === null) return hasTicket(signup, now) ? signup.id : null;
  return signup.dates.find((date) => dateHasTicket(date, now))?.place?.signupId ?? null;
}

export const dateHasTicket = ({ place, calledOff, endsAt }: MyCourseDate, now: Date): boolean =>
  place !== null && hasTicket({ kind: 'occurrence', status: place.status, calledOff, endsAt }, now);

export interface DateState {
  readonly words: string;
  readonly tone: 'plain' | 'accent' | 'warm' | 'ok';
}

/** What became of a date of one's own course, or what comes of it; null where there is nothing to say. */
export function dateState(date: MyCourseDate, now: Date): DateState | null {
  if (date.calledOff) return { words: words.dateOff, tone: 'warm' };
  if (date.place?.status === 'attended') return { words: words.dateCame, tone: 'ok' };
  if (date.place?.status === 'no-show') return { words: words.dateMissed, tone: 'plain' };
  if (isOver(date, now)) return { words: words.dateOver, tone: 'plain' };
  if (dateHasTicket(date, now)) return { words: words.dateComing, tone: 'accent' };
  return null;
}

/** What goes into the calendar: one entry, or one for each date that is to come. */
export function entriesOf(signup: MySignup, now: Date): readonly CalendarEntry[] {
  const { id, title, startsAt, endsAt, placeName, organizationName, dates } = signup;
  const place = placeName ?? organizationName;
  if (dates === null) return [{ id, title, startsAt, endsAt, place }];
  return dates
    .filter((date) => !date.calledOff && !isOver(date, now))
    .map((date) => ({
      id: `${id}-${date.occurrenceId}`,
      title,
      startsAt: date.startsAt,
      endsAt: date.endsAt,
      place,
    }));
}

/** `共8次，第一次11月28日 周六 14:00`: what was just taken. */
export const takenWords = (dates: readonly MyCourseDate[], now: Date): string => {
  const coming = dates.filter((date) => !date.calledOff && !isOver(date, now));
  return words.first(coming.length, momentWords(coming[0]?.startsAt ?? now, now));
};
