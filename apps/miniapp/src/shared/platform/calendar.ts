import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendar-entry';

export type CalendarOutcome = 'added' | 'handed-over' | 'not-added';

/** Writes into the phone's calendar, one after the other; WeChat asks the person first. It wants seconds. */
export const addToCalendar = async (entries: readonly CalendarEntry[]): Promise<CalendarOutcome> => {
  try {
    for (const { title, startsAt, endsAt, place } of entries)
      await Taro.addPhoneCalendar({
        title,
        startTime: Date.parse(startsAt) / 1000,
        endTime: String(Date.parse(endsAt) / 1000),
        location: place,
        alarm: true,
        alarmOffset: 7200,
      });
    return 'added';
  } catch {
    return 'not-added';
  }
};
