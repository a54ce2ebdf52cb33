import { describe, expect, it } from '@jest/globals';
import { isReminderDue, outOfQuietHours, reminderWindow } from './reminder-times.js';

/** A moment of the district. */
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00.000+08:00`);
const [FRI, SAT] = ['2026-11-27', '2026-11-28'];

describe('quiet hours', () => {
  it.each([
    ['21:29', FRI, [FRI, '21:29']],
    ['21:30', FRI, [SAT, '07:30']],
    ['23:59', FRI, [SAT, '07:30']],
    ['00:00', SAT, [SAT, '07:30']],
    ['07:29', SAT, [SAT, '07:30']],
    ['07:30', SAT, [SAT, '07:30']],
    ['12:00', SAT, [SAT, '12:00']],
  ] as const)('%s of %s', (time, day, [outDay, outTime]) => {
    expect(outOfQuietHours(at(day, time), at('2026-11-29', '12:00'))).toEqual(at(outDay, outTime));
  });

  it('do not hold up what begins before they end', () => {
    expect(outOfQuietHours(at(SAT, '05:00'), at(SAT, '07:30'))).toEqual(at(SAT, '05:00'));
    expect(outOfQuietHours(at(SAT, '05:00'), at(SAT, '07:31'))).toEqual(at(SAT, '07:30'));
  });
});

describe('reminders', () => {
  it.each([
    ['day-before', '14:00', [FRI, '18:00']],
    ['day-before', '06:30', [FRI, '18:00']],
    ['soon', '14:00', [SAT, '12:00']],
    ['soon', '09:00', [SAT, '07:30']],
    ['soon', '06:30', [SAT, '04:30']],
    ['soon', '00:30', [FRI, '22:30']],
  ] as const)('%s of %s', (reminder, start, [day, time]) => {
    expect(reminderWindow(reminder, at(SAT, start)).from).toEqual(at(day, time));
  });

  it.each([
    ['day-before', FRI, '17:59', false],
    ['day-before', FRI, '18:00', true],
    ['day-before', FRI, '21:29', true],
    ['day-before', FRI, '21:30', false],
    ['day-before', SAT, '08:00', false],
    ['soon', SAT, '11:59', false],
    ['soon', SAT, '12:00', true],
    ['soon', SAT, '13:59', true],
    ['soon', SAT, '14:00', false],
  ] as const)('%s, on %s at %s: %s', (reminder, day, time, due) => {
    expect(isReminderDue(reminder, at(SAT, '14:00'), at(day, time))).toBe(due);
  });
});
