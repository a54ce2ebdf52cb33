import { describe, expect, it } from '@jest/globals';
import { calendarFile } from './calendar-entry';

const entry = {
  id: 'signup-1',
  title: '二十四式太极拳; 第6课',
  startsAt: '2026-11-24T01:00:00.000Z',
  endsAt: '2026-11-24T02:30:00.000Z',
  place: '万溪冲社区文体广场，靠近东门停车场旁边的大榕树下面的那一块空地，下雨改到二楼活动室',
};
const file = calendarFile([entry], new Date('2026-11-23T02:22:00.000Z'));

describe('a calendar file', () => {
  it('gives moments in UTC', () => {
    expect(file).toContain('DTSTART:20261124T010000Z\r\n');
    expect(file).toContain('DTEND:20261124T023000Z\r\n');
    expect(file).toContain('DTSTAMP:20261123T022200Z\r\n');
  });

  it('escapes what the format uses itself', () => {
    expect(file).toContain('SUMMARY:二十四式太极拳\\; 第6课\r\n');
  });

  it('keeps every line within 75 octets and loses no character', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replace(/\r\n /g, '')).toContain(`LOCATION:${entry.place}`);
  });

  it('holds every date of a course', () => {
    const dates = ['a', 'b', 'c'].map((id) => ({ ...entry, id }));
    const course = calendarFile(dates, new Date('2026-11-23T02:22:00.000Z'));
    expect(course.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(course.match(/UID:.*/g)?.map((line) => line.trim())).toEqual([
      'UID:a@xiaolin',
      'UID:b@xiaolin',
      'UID:c@xiaolin',
    ]);
    expect(course.match(/BEGIN:VCALENDAR|END:VCALENDAR/g)).toHaveLength(2);
  });
});
