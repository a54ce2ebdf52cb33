import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { BYTE_ORDER_MARK, csvRow } from './csv.js';
import { type Cell, neutral } from './neutral.js';

export interface Column {
  readonly head: string;
  /** In characters; a Chinese character takes two. */
  readonly width: number;
}

export interface Table {
  /** Of the sheet, at most 31 characters. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Read page by page while the file is being sent: a slow receiver slows the reading. */
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** The file as a stream whose memory does not grow with its rows. Destroying it ends the reading. */
export const tableFile = (table: Table, format: 'xlsx' | 'csv'): Readable =>
  format === 'csv' ? csvFile(table) : xlsxFile(table);

const csvFile = ({ columns, pages }: Table): Readable =>
  Readable.from(lines(columns, pages), { objectMode: false });

async function* lines(columns: readonly Column[], pages: Table['pages']): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(columns.map(({ head }) => head));
  for await (const page of unhurried(pages)) yield page.map(csvRow).join('');
}

const xlsxFile = ({ name, columns, pages }: Table): Readable =>
  Readable.fromWeb(
    writeXlsxStream(rows(pages), {
      name,
      columns: columns.map(({ head, width }) => ({ header: head, width })),
      freezePane: { rows: 1 },
    }) as ReadableStream,
  );

async function* rows(pages: Table['pages']): AsyncGenerator<Cell[]> {
  for await (const page of unhurried(pages))
    for (const row of page) yield row.map((cell) => (typeof cell === 'string' ? neutral(cell) : cell));
}

/**
 * After each page but the first the loop belongs to everybody else for half as long again as the page took: a big
 * export gets two fifths of it at most, and a small one does not wait at all.
 */
async function* unhurried<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
  let began = performance.now();
  let first = true;
  for await (const page of pages) {
    if (!first) await sleep(Math.min(50, 1.5 * (performance.now() - began)));
    first = false;
    began = performance.now();
    yield page;
  }
}
