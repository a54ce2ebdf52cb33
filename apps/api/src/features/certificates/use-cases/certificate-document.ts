import { setImmediate as breathe } from 'node:timers/promises';
import { clockText } from '../rules/clock-text.js';
import {
  certifyingSentence,
  documentWords as words,
  serviceNames,
  withCommas,
} from '../rules/document-words.js';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { A4, MM, Paper, type TextStyle } from '../../../platform/documents/paper.js';
import { qrPath } from '../../../platform/documents/qr-squares.js';
import type { CertifiedRow } from '../store/certificate.store.js';

/** Everything that stands on the paper, frozen when it was issued. */
export interface CertificateContent {
  readonly number: string;
  readonly unitName: string;
  readonly holderName: string;
  readonly from: string;
  readonly to: string;
  readonly totalMinutes: number;
  readonly records: readonly CertifiedRow[];
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly ledger: { readonly sequence: number; readonly hash: string } | null;
  /** A PNG as base64. */
  readonly seal: string | null;
  readonly address: string;
  readonly illustrative: boolean;
}

const INK = '#1F1B2E';
const DIM = '#5C5668';
const ACCENT = '#4540A6';
const LINE = '#CBC6DA';
const FILL = '#F5F4FB';
const GHOST = '#EFEDF4';

const LEFT = 20 * MM;
const WIDTH = A4.width - 2 * LEFT;
const RIGHT = LEFT + WIDTH;
const MIDDLE = A4.width / 2;
/** Where rows end: above the code and the seal on the first page, above the foot on the others. */
const FIRST_END = 229 * MM;
const NEXT_END = 274 * MM;
const NEXT_START = 24 * MM;
const HEAD_HEIGHT = 8 * MM;
const QR_SIZE = 32 * MM;
const SEAL_SIZE = 40 * MM;

const CELL: TextStyle = { size: 8.5, color: INK };
const CELL_DIM: TextStyle = { size: 8, color: DIM };
const CELL_LINE = 11.5;
const CELL_PAD = 4;

const COLUMNS = [
  { name: words.columns.row, width: 11 * MM, align: 'left' },
  { name: words.columns.when, width: 30 * MM, align: 'left' },
  { name: words.columns.what, width: 58 * MM, align: 'left' },
  { name: words.columns.where, width: 35 * MM, align: 'left' },
  { name: words.columns.who, width: 20 * MM, align: 'left' },
  { name: words.columns.minutes, width: 16 * MM, align: 'right' },
] as const;

interface Line {
  readonly text: string;
  readonly style: TextStyle;
}
interface Row {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
}

/**
 * The certificate as PDF: the first page says it all (art. 15: service time, content, recording unit), the list goes on
 * as long as it must. The same content gives the same bytes. Between pages the event loop gets its turn, so that a
 * long one does not hold up a sign-up.
 */
export async function certificateDocument(content: CertificateContent): Promise<Uint8Array> {
  const paper = await Paper.open({
    title: `${words.title} ${content.number}`,
    author: content.unitName,
    subject: words.title,
    at: new Date(content.issuedAt),
  });
  return new CertificatePages(paper, content).draw();
}

class CertificatePages {
  readonly #holder: string;
  readonly #unit: string;

  constructor(
    private readonly paper: Paper,
    private readonly content: CertificateContent,
  ) {
    this.#holder = paper.printable(content.holderName);
    this.#unit = paper.printable(content.unitName);
  }

  async draw(): Promise<Uint8Array> {
    const top = this.#headOfFirst({ measureOnly: true });
    const pages = this.#paginate(await this.#rows(), top);
    for (const [at, rows] of pages.entries()) {
      this.paper.addPage();
      if (this.content.illustrative) this.#watermark();
      if (at === 0) this.#headOfFirst({ measureOnly: false });
      else this.#headOfNext();
      let y = this.#tableHead(at === 0 ? top : NEXT_START);
      for (const row of rows) y = this.#row(row, y);
      if (at === pages.length - 1) this.#sum(y);
      if (at === 0) this.#proof();
      this.#foot(at + 1, pages.length);
      await breathe();
    }
    return this.paper.finish();
  }

  async #rows(): Promise<Row[]> {
    const rows: Row[] = [];
    for (const [at, record] of this.content.records.entries()) {
      rows.push(this.#rowOf(record, at + 1));
      if (at % 50 === 49) await breathe();
    }
    return rows;
  }

  #rowOf(record: CertifiedRow, serial: number): Row {
    const { paper } = this;
    const lines = (text: string, column: number, style: TextStyle, most: number): Line[] =>
      paper
        .lines(paper.printable(text), (COLUMNS[column]?.width ?? 0) - 2 * MM, style, most)
        .map((line) => ({ text: line, style }));
    const cells = [
      lines(String(serial), 0, CELL_DIM, 1),
      [
        ...lines(record.day, 1, CELL, 1),
        ...lines(`${clockText(record.starts_at)}–${clockText(record.ends_at)}`, 1, CELL_DIM, 1),
      ],
      [...lines(record.service_name, 2, CELL, 3), ...lines(record.content, 2, CELL_DIM, 2)],
      lines(record.place_name || words.noPlace, 3, CELL, 3),
      lines(record.responsible_name, 4, CELL, 2),
      lines(withCommas(record.minutes), 5, { ...CELL, face: 'bold' }, 1),
    ];
    const height = Math.max(...cells.map(({ length }) => length)) * CELL_LINE + 2 * CELL_PAD;
    return { cells, height };
  }

  /** Rows by page; the sum needs a line of its own on the last one. */
  #paginate(rows: readonly Row[], top: number): Row[][] {
    const pages: Row[][] = [[]];
    let y = top + HEAD_HEIGHT;
    for (const [at, row] of rows.entries()) {
      const end = pages.length === 1 ? FIRST_END : NEXT_END;
      const needed = row.height + (at === rows.length - 1 ? HEAD_HEIGHT : 0);
      if (y + needed > end) {
        pages.push([]);
        y = NEXT_START + HEAD_HEIGHT;
      }
      pages.at(-1)?.push(row);
      y += row.height;
    }
    return pages;
  }

  /** Draws the head, or only tells where the table begins below it. */
  #headOfFirst({ measureOnly }: { measureOnly: boolean }): number {
    const { paper, content } = this;
    const sentence = certifyingSentence({
      ...content,
      holderName: this.#holder,
      records: content.records.length,
      minutes: content.totalMinutes,
    });
    const style: TextStyle = { size: 12, color: INK };
    // Two characters that are not drawn make room for the first line's indent.
    const lines = paper.lines(`国国${sentence}`, WIDTH, style);
    const boxTop = 62 * MM + lines.length * 22 + 4 * MM;
    const boxHeight = 30 * MM;
    const table = boxTop + boxHeight + 16 * MM;
    if (measureOnly) return table;
    this.#frame();
    paper.write(this.#unit, MIDDLE, 22 * MM, { size: 11.5, color: DIM }, 'center');
    this.#title(30 * MM);
    paper.rule(MIDDLE - 13 * MM, 46 * MM, 26 * MM, ACCENT, 1.6);
    paper.write(`${words.number} ${content.number}`, MIDDLE, 49.5 * MM, { size: 9.5, color: DIM }, 'center');
    for (const [at, line] of lines.entries())
      if (at === 0) paper.write(line.slice(2), LEFT + 2 * style.size, 62 * MM, style);
      else paper.write(line, LEFT, 62 * MM + at * 22, style);
    this.#facts(boxTop, boxHeight);
    paper.write(words.list, LEFT, table - 8.5 * MM, { face: 'bold', size: 11, color: INK });
    return table;
  }

  /** With space between the characters, as titles of papers have it. */
  #title(y: number): void {
    const characters = Array.from(words.title);
    const size = 27;
    const step = size * 1.2;
    for (const [at, character] of characters.entries()) {
      const x = MIDDLE + (at - (characters.length - 1) / 2) * step;
      this.paper.write(character, x, y, { face: 'bold', size, color: INK }, 'center');
    }
  }

  /** Art. 15, one beside the other: time, content, unit. */
  #facts(top: number, height: number): void {
    const { paper, content } = this;
    const column = WIDTH / 3;
    paper.pdf.roundedRect(LEFT, top, WIDTH, height, 6).fill(FILL);
    paper.pdf.rect(LEFT, top + 4 * MM, 2, height - 8 * MM).fill(ACCENT);
    for (const at of [1, 2])
      paper.pdf
        .moveTo(LEFT + at * column, top + 5 * MM)
        .lineTo(LEFT + at * column, top + height - 5 * MM)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
    const x = (at: number) => LEFT + at * column + 5 * MM;
    const label: TextStyle = { size: 9, color: DIM };
    for (const [at, text] of [words.time, words.content, words.unit].entries())
      paper.write(text, x(at), top + 4.5 * MM, label);
    const figure: TextStyle = { face: 'bold', size: 22, color: ACCENT };
    const hours = hoursText(content.totalMinutes);
    paper.write(hours, x(0), top + 8.2 * MM, figure);
    paper.write(words.hours, x(0) + paper.widthOf(hours, figure) + 3, top + 8.2 * MM + 11.5, {
      size: 10,
      color: INK,
    });
    paper.write(words.inMinutes(content.totalMinutes, content.records.length), x(0), top + 20.5 * MM, label);
    const block = (text: string, at: number, style: TextStyle, most: number) => {
      for (const [line, part] of paper.lines(text, column - 9 * MM, style, most).entries())
        paper.write(part, x(at), top + 10.5 * MM + line * 13.5, style);
    };
    const names = serviceNames(
      content.records.map(({ service_name }) => service_name),
      3,
    );
    block(paper.printable(names), 1, { size: 9.5, color: INK }, 4);
    block(this.#unit, 2, { face: 'bold', size: 11, color: INK }, 3);
  }

  #headOfNext(): void {
    const { paper, content } = this;
    paper.write(`${words.title} · ${words.list}`, LEFT, 14 * MM, { face: 'bold', size: 10, color: INK });
    paper.write(
      `${content.number} · ${this.#holder} · ${this.#unit}`,
      RIGHT,
      14.3 * MM,
      { size: 8.5, color: DIM },
      'right',
    );
  }

  #tableHead(y: number): number {
    const { paper } = this;
    paper.pdf.rect(LEFT, y, WIDTH, HEAD_HEIGHT).fill(ACCENT);
    let x = LEFT;
    for (const { name, width, align } of COLUMNS) {
      const style: TextStyle = { face: 'bold', size: 8.5, color: '#FFFFFF' };
      paper.write(name, align === 'right' ? x + width - 2 * MM : x + 2 * MM, y + 5.5, style, align);
      x += width;
    }
    return y + HEAD_HEIGHT;
  }

  #row({ cells, height }: Row, y: number): number {
    const { paper } = this;
    let x = LEFT;
    for (const [at, lines] of cells.entries()) {
      const { width, align } = COLUMNS[at] ?? COLUMNS[0];
      for (const [line, { text, style }] of lines.entries())
        paper.write(
          text,
          align === 'right' ? x + width - 2 * MM : x + 2 * MM,
          y + CELL_PAD - 1 + line * CELL_LINE,
          style,
          align,
        );
      x += width;
    }
    paper.rule(LEFT, y + height, WIDTH, LINE, 0.4);
    return y + height;
  }

  #sum(y: number): void {
    const { paper, content } = this;
    const bold: TextStyle = { face: 'bold', size: 9, color: INK };
    paper.write(words.sum, LEFT + 2 * MM, y + 5, bold);
    const total = `${withCommas(content.totalMinutes)}`;
    paper.write(total, RIGHT - 2 * MM, y + 5, bold, 'right');
    const hours = `${hoursText(content.totalMinutes)} ${words.hours}`;
    paper.write(hours, RIGHT - 18 * MM, y + 5, { size: 9, color: DIM }, 'right');
    paper.rule(LEFT, y + HEAD_HEIGHT, WIDTH, ACCENT, 0.8);
  }

  /** Code, ledger, unit, seal and day: what makes the paper hold. */
  #proof(): void {
    const { paper, content } = this;
    const top = 233 * MM;
    paper.pdf.save().translate(LEFT, top).path(qrPath(content.address, QR_SIZE)).fill('#000000').restore();
    const x = LEFT + QR_SIZE + 4 * MM;
    const small: TextStyle = { size: 8, color: DIM };
    paper.write(words.scan, x, top + 2 * MM, { face: 'bold', size: 11, color: INK });
    paper
      .lines(words.scanHow, 50 * MM, small)
      .forEach((line, at) => paper.write(line, x, top + 8.6 * MM + at * 11, small));
    paper
      .lines(words.offline, 50 * MM, small)
      .forEach((line, at) => paper.write(line, x, top + 16.8 * MM + at * 11, small));
    if (content.ledger !== null) {
      const { sequence, hash } = content.ledger;
      paper.write(words.ledger(sequence, hash.slice(0, 16)), x, top + 25.5 * MM, { size: 7.5, color: DIM });
    }
    const right = RIGHT - 29 * MM;
    const seal = content.seal === null ? null : Buffer.from(content.seal, 'base64');
    if (seal !== null)
      paper.pdf.image(seal, right - SEAL_SIZE / 2, top - 4 * MM, {
        fit: [SEAL_SIZE, SEAL_SIZE],
        align: 'center',
        valign: 'center',
      });
    const name: TextStyle = { face: 'bold', size: 11, color: INK };
    const lines = paper.lines(this.#unit, 58 * MM, name, 2);
    lines.forEach((line, at) => paper.write(line, right, top + 9 * MM + at * 15, name, 'center'));
    const below = top + 9 * MM + lines.length * 15 + 4;
    paper.write(this.#day(), right, below, { size: 10.5, color: INK }, 'center');
    if (seal === null) {
      const note: TextStyle = { size: 7.5, color: DIM };
      paper
        .lines(words.noSeal, 60 * MM, note)
        .forEach((line, at) => paper.write(line, right, below + 20 + at * 10, note, 'center'));
    }
  }

  #day(): string {
    const [year, month, date] = this.content.issuedOn.split('-').map(Number);
    return `${year} 年 ${month} 月 ${date} 日`;
  }

  #foot(page: number, of: number): void {
    const { paper, content } = this;
    const style: TextStyle = { size: 7.5, color: DIM };
    if (page === 1) {
      const y = 268.5 * MM;
      paper.rule(LEFT, y - 2 * MM, WIDTH, LINE, 0.4);
      const notes = [
        words.basis,
        words.rounding,
        ...(paper.missing.length > 0 ? [words.missing(paper.missing.slice(0, 8))] : []),
      ];
      notes.forEach((note, at) => paper.write(note, LEFT, y + at * 10.5, style));
    }
    const y = page === 1 ? 281 * MM : 282 * MM;
    paper.write(`${words.title} ${content.number} · ${this.#holder}`, LEFT, y, style);
    paper.write(words.page(page, of), RIGHT, y, style, 'right');
  }

  #frame(): void {
    const box = (inset: number, thickness: number) =>
      this.paper.pdf
        .rect(inset * MM, inset * MM, A4.width - 2 * inset * MM, A4.height - 2 * inset * MM)
        .lineWidth(thickness)
        .strokeColor(ACCENT)
        .stroke();
    box(9, 1.2);
    box(10.4, 0.4);
  }

  /** Invented data must never pass for a real paper. */
  #watermark(): void {
    const { pdf } = this.paper;
    pdf.save().rotate(-35, { origin: [MIDDLE, A4.height / 2] });
    this.paper.write(
      words.sample,
      MIDDLE,
      A4.height / 2 - 60,
      { face: 'bold', size: 96, color: GHOST },
      'center',
    );
    pdf.restore();
  }
}
