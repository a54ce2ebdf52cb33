/** What goes into the person's own calendar. Moments are ISO 8601. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
}

const stamp = (instant: string): string => instant.replace(/[-:]/g, '').replace(/\.\d+/, '');

/** RFC 5545, 3.3.11: these four are escaped in text. */
const escapeText = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');

const utf8Length = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** RFC 5545, 3.1: a line holds at most 75 octets, and the next one goes on behind a space. */
const fold = (line: string): string => {
  let octets = 0;
  let folded = '';
  for (const character of line) {
    const size = utf8Length(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
};

/** An iCalendar file with an event for each entry, and a reminder two hours before each. */
export const calendarFile = (entries: readonly CalendarEntry[], now: Date): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xiaolin//ZH',
    ...entries.flatMap((entry) => eventLines(entry, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');

const eventLines = (entry: CalendarEntry, now: Date): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}@xiaolin`,
  `DTSTAMP:${stamp(now.toISOString())}`,
  `DTSTART:${stamp(entry.startsAt)}`,
  `DTEND:${stamp(entry.endsAt)}`,
  `SUMMARY:${escapeText(entry.title)}`,
  `LOCATION:${escapeText(entry.place)}`,
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(entry.title)}`,
  'TRIGGER:-PT2H',
  'END:VALARM',
  'END:VEVENT',
];
