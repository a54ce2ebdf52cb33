import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText } from './calendar-text.js';

const now = new Date('2026-11-23T02:00:00.000Z');
const appointment = {
  uid: 'signup-1@xiaolin',
  title: '太极; 班, 第一课',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  place: '万溪冲\\梨园',
  notes: '万溪冲社区\n李主任',
  standing: 'CONFIRMED' as const,
};
const unfold = (text: string) => text.replaceAll('\r\n ', '');

describe('calendarText', () => {
  it('writes the appointment in UTC, its text escaped', () => {
    const lines = unfold(calendarText([appointment], now)).split('\r\n');
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//xiaolin//signups//ZH',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:signup-1@xiaolin',
      'DTSTAMP:20261123T020000Z',
      'DTSTART:20261128T060000Z',
      'DTEND:20261128T080000Z',
      'SUMMARY:太极\\; 班\\, 第一课',
      'LOCATION:万溪冲\\\\梨园',
      'DESCRIPTION:万溪冲社区\\n李主任',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('leaves out what is not known', () => {
    expect(calendarText([{ ...appointment, place: '', notes: '' }], now)).not.toMatch(/LOCATION|DESCRIPTION/);
  });

  it('keeps every line within 75 octets and cuts no character, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = calendarText([{ ...appointment, title }], now);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const again = Buffer.from(text, 'utf8').toString('utf8');
        expect(again).toBe(text);
        expect(unfold(text)).toContain('\r\nSUMMARY:');
      }),
    );
  });

  it('lets no title end the line and write properties of its own', () => {
    const lines = calendarText([{ ...appointment, title: 'A\r\nATTENDEE:mailto:x' }], now).split('\r\n');
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });
});
