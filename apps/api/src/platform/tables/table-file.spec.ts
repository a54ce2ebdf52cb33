/** Real: both writers. Read back with parsers that are not theirs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { readSheet } from 'read-excel-file/node';
import { csvRow } from './csv.js';
import { type Cell, neutral } from './neutral.js';
import { type Table, tableFile } from './table-file.js';

const table = (pages: Table['pages']): Table => ({
  name: '名单',
  columns: [
    { head: '姓名', width: 12 },
    { head: '人数', width: 6 },
    { head: '备注', width: 20 },
  ],
  pages,
});

async function* inPages(...pages: Cell[][][]): AsyncGenerator<Cell[][]> {
  yield* pages;
}

async function bytes(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

describe('neutral', () => {
  it.each(['=1+1', '+86', '-1', '@x', '\t=1', '\r=1', '\tx', '\rx', ' =1', '＝1', '＠x'])('%j', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });
  it.each(['花田', 'a=1', '3-5岁', '', "'=1"])('leaves %j', (text) => {
    expect(neutral(text)).toBe(text);
  });
});

const awkward = fc.string({
  unit: fc.constantFrom('花', '"', ',', '\n', '\r', '=', '-', ';', 'a', ' ', "'", '\t'),
  maxLength: 12,
});

describe('a CSV line', () => {
  it('gives back what was put in, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 2, maxLength: 6 }), (cells) => {
        const parsed = parseCsv(csvRow(['x', ...cells]), { delimiter: ',' });
        expect(parsed[0]?.slice(1).map(String)).toEqual(cells.map(neutral));
      }),
    );
  });

  it('never leaves a cell that begins like a formula', () => {
    fc.assert(
      fc.property(awkward, (cell) => {
        expect(neutral(cell)).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
      }),
    );
  });
});

describe('tableFile', () => {
  const rows: Cell[][] = [
    ['杨思远', 2, '=HYPERLINK("http://x","y")'],
    ['段"奶奶"', 1, '第一行\n第二行 & <b>'],
  ];

  it('writes a workbook that another reader reads: Chinese, numbers as numbers, formulas as text', async () => {
    const file = await bytes(tableFile(table(inPages(rows, [['和丽😀', 3, '']])), 'xlsx'));
    const sheet = await readSheet(file, '名单');
    expect(sheet).toEqual([
      ['姓名', '人数', '备注'],
      ['杨思远', 2, `'=HYPERLINK("http://x","y")`],
      ['段"奶奶"', 1, '第一行\n第二行 & <b>'],
      ['和丽😀', 3, null],
    ]);
  });

  it('writes CSV that Excel reads as Chinese', async () => {
    const file = await bytes(tableFile(table(inPages(rows)), 'csv'));
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(parseCsv(file.subarray(3).toString('utf8'))).toEqual([
      ['姓名', '人数', '备注'],
      ['杨思远', '2', `'=HYPERLINK("http://x","y")`],
      ['段"奶奶"', '1', '第一行\n第二行 & <b>'],
    ]);
  });

  it.each(['xlsx', 'csv'] as const)('%s: a table without rows has its head', async (format) => {
    const file = await bytes(tableFile(table(inPages()), format));
    if (format === 'xlsx') expect(await readSheet(file)).toEqual([['姓名', '人数', '备注']]);
    else expect(file.toString('utf8')).toBe('\ufeff姓名,人数,备注\r\n');
  });

  it.each(['xlsx', 'csv'] as const)(
    '%s: reads on only as the receiver takes it, and no more once it is gone',
    async (format) => {
      let read = 0;
      let ended = false;
      async function* endless(): AsyncGenerator<Cell[][]> {
        try {
          for (;;) {
            await sleep(0);
            read += 1;
            yield Array.from({ length: 500 }, (_, at) => [`人${read}-${at}-${Math.random()}`, at, '备注']);
          }
        } finally {
          ended = true;
        }
      }
      const stream = tableFile(table(endless()), format);
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      // Buffers of some hundred KB fill, then it waits.
      let atRest = -1;
      while (read !== atRest) {
        atRest = read;
        await sleep(300);
      }
      expect(read).toBeLessThan(60);
      stream.destroy();
      for (let tries = 0; tries < 40 && !ended; tries += 1) await sleep(25);
      expect(ended).toBe(true);
    },
  );
});
