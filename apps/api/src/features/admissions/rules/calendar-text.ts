export interface Appointment {
  /** The same for the same place, so that a calendar that is given it again moves it instead of doubling it. */
  readonly uid: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly notes: string;
  readonly standing: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

const LONGEST_LINE = 75;

/** An iCalendar file of appointments (RFC 5545): CRLF, text escaped, lines of at most 75 octets. */
export function calendarText(appointments: readonly Appointment[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//xiaolin//signups//ZH',
    'METHOD:PUBLISH',
    ...appointments.flatMap((appointment) => eventLines(appointment, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(appointment: Appointment, now: Date): string[] {
  const { uid, title, startsAt, endsAt, place, notes, standing } = appointment;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(startsAt))}`,
    `DTEND:${stamp(new Date(endsAt))}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(notes === '' ? [] : [`DESCRIPTION:${escaped(notes)}`]),
    `STATUS:${standing}`,
    'END:VEVENT',
  ];
}

/** `20261128T060000Z` */
const stamp = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** A long line goes on after a line break and a space; a character of several octets is never cut (§3.1). */
function folded(line: string): string {
  let out = '';
  let room = LONGEST_LINE;
  for (const character of line) {
    const octets = octetsOf(character);
    if (octets > room) {
      out += '\r\n ';
      room = LONGEST_LINE - 1;
    }
    out += character;
    room -= octets;
  }
  return out;
}

/** UTF-8 octets of one character. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
