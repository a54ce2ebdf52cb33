import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { wrapped } from './wrap.js';

export type Face = 'regular' | 'bold';

export interface TextStyle {
  readonly face?: Face;
  readonly size: number;
  readonly color?: string;
}

export interface PaperSetting {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Also decides the file's id: the same content at the same moment is the same bytes. */
  readonly at: Date;
}

/** One millimetre in PDF points. */
export const MM = 72 / 25.4;
export const A4 = { width: 210 * MM, height: 297 * MM } as const;

const packages = createRequire(import.meta.url);
const FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
/** What joins or varies characters without being seen; on paper it would be a sign that nobody can read. */
const INVISIBLE = /\u200b|\u200c|\u200d|\u200e|\u200f|\ufe0e|\ufe0f/g;
/** 〓 (下駄): stands where the font has no glyph, as printers have always done. */
const MISSING = '〓';

/**
 * A4 pages in Noto Sans SC (30,898 glyphs: all of 通用规范汉字表 and more), of which only the glyphs that are used are
 * embedded. The two fonts are opened with the first document and kept (40 MB): opening them takes longer than a page.
 */
export class Paper {
  readonly #advances: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  readonly #missing = new Set<number>();
  readonly #done: Promise<Uint8Array>;

  private constructor(
    readonly pdf: PDFKit.PDFDocument,
    private readonly faces: Readonly<Record<Face, fontkit.Font>>,
  ) {
    const parts: Buffer[] = [];
    this.#done = new Promise((resolve, reject) => {
      pdf.on('data', (part: Buffer) => parts.push(part));
      pdf.on('end', () => resolve(Buffer.concat(parts)));
      pdf.on('error', reject);
    });
  }

  static async open(setting: PaperSetting): Promise<Paper> {
    const { regular, bold } = await faces();
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      lang: 'zh-CN',
      displayTitle: true,
      // None yet: pdfkit would open its own Helvetica.
      font: '',
      info: {
        Title: setting.title,
        Author: setting.author,
        Subject: setting.subject,
        Creator: '校邻 Xiaolin',
        Producer: 'pdfkit',
        CreationDate: setting.at,
        ModDate: setting.at,
      },
    });
    // pdfkit takes an opened font as well as a file's bytes; its types do not say so yet.
    pdf.registerFont('regular', regular as unknown as string);
    pdf.registerFont('bold', bold as unknown as string);
    return new Paper(pdf, { regular, bold });
  }

  addPage(): void {
    this.pdf.addPage();
  }

  /** What can be printed of a text: a character that the font lacks becomes `〓` and is kept in {@link missing}. */
  printable(text: string): string {
    return Array.from(text.normalize('NFC').replace(INVISIBLE, ''), (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (this.faces.regular.hasGlyphForCodePoint(code)) return character;
      this.#missing.add(code);
      return MISSING;
    }).join('');
  }

  /** Code points that {@link printable} had to replace so far, e.g. `U+1F338`. */
  get missing(): readonly string[] {
    return [...this.#missing].map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  }

  widthOf(text: string, { face = 'regular', size }: TextStyle): number {
    let sum = 0;
    for (const character of text) sum += this.#advance(character, face);
    return sum * size;
  }

  lines(text: string, width: number, style: TextStyle, mostLines?: number): string[] {
    const { face = 'regular', size } = style;
    return wrapped(text, width / size, (character) => this.#advance(character, face), mostLines);
  }

  /** One line; `y` is its top. @param align where `x` stands in it */
  write(
    text: string,
    x: number,
    y: number,
    style: TextStyle,
    align: 'left' | 'center' | 'right' = 'left',
  ): void {
    const width = align === 'left' ? 0 : this.widthOf(text, style);
    const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
    this.pdf
      .font(style.face ?? 'regular')
      .fontSize(style.size)
      .fillColor(style.color ?? '#000000')
      .text(text, left, y, { lineBreak: false });
  }

  rule(x: number, y: number, width: number, color: string, thickness = 0.5): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  /** The file. */
  finish(): Promise<Uint8Array> {
    this.pdf.end();
    return this.#done;
  }

  /** Of one character at size 1. Summed by hand: laying out each cell for its width took as long as drawing it. */
  #advance(character: string, face: Face): number {
    const known = this.#advances[face].get(character);
    if (known !== undefined) return known;
    const font = this.faces[face];
    const advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    this.#advances[face].set(character, advance);
    return advance;
  }
}

let opened: Promise<Readonly<Record<Face, fontkit.Font>>> | undefined;

const faces = (): Promise<Readonly<Record<Face, fontkit.Font>>> => {
  opened ??= Promise.all([font('regular'), font('bold')]).then(([regular, bold]) => ({ regular, bold }));
  return opened;
};

const font = async (face: Face): Promise<fontkit.Font> =>
  fontkit.create(await readFile(packages.resolve(FILES[face]))) as fontkit.Font;
