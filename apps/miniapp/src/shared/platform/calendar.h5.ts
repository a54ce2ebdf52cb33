import type { CalendarOutcome } from './calendar';
import { type CalendarEntry, calendarFile } from './calendar-entry';

/** Hands a file to the browser, made here: the phone's calendar opens it. */
export const addToCalendar = (entries: readonly CalendarEntry[]): Promise<CalendarOutcome> => {
  const address = URL.createObjectURL(
    new Blob([calendarFile(entries, new Date())], { type: 'text/calendar;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `${entries[0]?.title ?? ''}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return Promise.resolve('handed-over');
};
