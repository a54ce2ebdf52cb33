import { A4, MM, Paper, type TextStyle } from '../../../platform/documents/paper.js';
import { spanText } from '../rules/moment-text.js';
import { sheetWords as words } from '../rules/report-words.js';

export interface ReportHead {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly organiser: string;
  readonly responsible: string;
  readonly illustrative: boolean;
}

export interface SheetPlace {
  readonly name: string;
  /** Masked. */
  readonly phone: string | null;
  readonly seats: number;
  readonly guests: readonly string[];
}

interface SheetContent extends ReportHead {
  readonly places: readonly SheetPlace[];
  readonly at: Date;
}

const LEFT = 15 * MM;
const RIGHT = A4.width - LEFT;
const INK = '#1A1A1A';
const DIM = '#5A5A5A';
const LINE = '#9A9A9A';
/** High enough to sign in with a thick pen. */
const ROW = 11 * MM;
const HEAD_ROW = 8 * MM;
const FIRST_TOP = 46 * MM;
const NEXT_TOP = 24 * MM;
const BOTTOM = 279 * MM;
/** Empty lines for people who come without having signed up. */
const WALK_INS = 5;
const WIDTHS = [12, 56, 32, 12, 44, 24].map((width) => width * MM);

/** The list for the table at the door: names to find, room to sign. */
export async function signInSheet(content: SheetContent): Promise<Uint8Array> {
  const paper = await Paper.open({
    title: `${words.title} ${content.title}`,
    author: content.organiser,
    subject: spanText(content.startsAt, content.endsAt),
    at: content.at,
  });
  const pages = inPages([...content.places, ...Array.from({ length: WALK_INS }, () => null)]);
  let number = 0;
  for (const [at, page] of pages.entries()) {
    paper.addPage();
    let y = at === 0 ? headOfFirst(paper, content) : headOfNext(paper, content);
    y = tableHead(paper, y);
    const top = y - HEAD_ROW;
    for (const place of page) {
      number += 1;
      row(paper, y, number, place, content.places.length + 1);
      y += ROW;
    }
    columns(paper, top, y);
    foot(paper, at + 1, pages.length);
  }
  return paper.finish();
}

function inPages<T>(rows: readonly T[]): T[][] {
  const fits = (top: number) => Math.floor((BOTTOM - top - HEAD_ROW) / ROW);
  const pages = [rows.slice(0, fits(FIRST_TOP))];
  for (let from = fits(FIRST_TOP); from < rows.length; from += fits(NEXT_TOP))
    pages.push(rows.slice(from, from + fits(NEXT_TOP)));
  return pages.map((page) => [...page]);
}

function headOfFirst(paper: Paper, content: SheetContent): number {
  const title: TextStyle = { face: 'bold', size: 17, color: INK };
  const [line = ''] = paper.lines(
    paper.printable(`${content.title} ${words.title}`),
    RIGHT - LEFT - 24 * MM,
    title,
    1,
  );
  paper.write(line, LEFT, 14 * MM, title);
  if (content.illustrative) paper.write(words.invented, RIGHT, 16 * MM, { size: 9, color: DIM }, 'right');
  const fact: TextStyle = { size: 10, color: INK };
  const where = [spanText(content.startsAt, content.endsAt), content.place, content.organiser].filter(
    (part) => part !== '',
  );
  const [facts = ''] = paper.lines(paper.printable(where.join(' · ')), RIGHT - LEFT, fact, 1);
  paper.write(facts, LEFT, 25 * MM, fact);
  const seats = content.places.reduce((sum, place) => sum + place.seats, 0);
  paper.write(words.count(content.places.length, seats), LEFT, 31.5 * MM, fact);
  paper.write(words.masked, LEFT, 38 * MM, { size: 8.5, color: DIM });
  return FIRST_TOP;
}

function headOfNext(paper: Paper, content: SheetContent): number {
  const style: TextStyle = { face: 'bold', size: 10, color: INK };
  const [line = ''] = paper.lines(
    paper.printable(`${content.title} ${words.title} ${spanText(content.startsAt, content.endsAt)}`),
    RIGHT - LEFT,
    style,
    1,
  );
  paper.write(line, LEFT, 14 * MM, style);
  return NEXT_TOP;
}

function tableHead(paper: Paper, y: number): number {
  paper.pdf.rect(LEFT, y, RIGHT - LEFT, HEAD_ROW).fill('#EFEFEF');
  paper.rule(LEFT, y, RIGHT - LEFT, LINE);
  let x = LEFT;
  for (const [at, name] of words.columns.entries()) {
    paper.write(name, x + 2 * MM, y + 2.2 * MM, { face: 'bold', size: 9, color: INK });
    x += WIDTHS[at] ?? 0;
  }
  paper.rule(LEFT, y + HEAD_ROW, RIGHT - LEFT, LINE);
  return y + HEAD_ROW;
}

function row(paper: Paper, y: number, number: number, place: SheetPlace | null, firstWalkIn: number): void {
  const small: TextStyle = { size: 9, color: DIM };
  const [first = 0, second = 0, third = 0] = WIDTHS;
  paper.write(String(number), LEFT + 2 * MM, y + 3.6 * MM, small);
  const x = LEFT + first;
  if (place === null) {
    if (number === firstWalkIn) paper.write(words.walkIn, x + 2 * MM, y + 3.6 * MM, small);
  } else {
    const guests = place.guests.join('、');
    const name: TextStyle = { size: 11.5, color: INK };
    const [line = ''] = paper.lines(paper.printable(place.name), second - 4 * MM, name, 1);
    paper.write(line, x + 2 * MM, y + (guests === '' ? 3.2 : 1.2) * MM, name);
    if (guests !== '') {
      const [with_ = ''] = paper.lines(paper.printable(guests), second - 4 * MM, { size: 8 }, 1);
      paper.write(with_, x + 2 * MM, y + 6.6 * MM, { size: 8, color: DIM });
    }
    paper.write(place.phone ?? '', x + second + 2 * MM, y + 3.4 * MM, { size: 10, color: INK });
    paper.write(String(place.seats), x + second + third + 2 * MM, y + 3.4 * MM, { size: 10, color: INK });
  }
  paper.rule(LEFT, y + ROW, RIGHT - LEFT, LINE, 0.4);
}

function columns(paper: Paper, top: number, bottom: number): void {
  let x = LEFT;
  for (const width of [0, ...WIDTHS]) {
    x += width;
    paper.pdf.moveTo(x, top).lineTo(x, bottom).lineWidth(0.4).strokeColor(LINE).stroke();
  }
}

function foot(paper: Paper, page: number, of: number): void {
  paper.write(words.page(page, of), RIGHT, 284 * MM, { size: 8.5, color: DIM }, 'right');
}
