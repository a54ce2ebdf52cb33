import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendar-entry';

export type CalendarOutcome = 'added' | 'handed-over' | 'not-added';

/** Writes into the phone's calendar; WeChat asks the person first. It wants seconds. */
export const addToCalendar = async ({
  title,
  startsAt,
  endsAt,
  place,
}: CalendarEntry): Promise<CalendarOutcome> => {
  try {
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
