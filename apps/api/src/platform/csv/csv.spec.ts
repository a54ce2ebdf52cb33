import { expect, it } from '@jest/globals';
import { csvLines } from './csv.js';

async function fileOf(rows: readonly (readonly (string | number | null)[])[]): Promise<string> {
  let text = '';
  for await (const line of csvLines(['学院', '分钟'], rows, (row) => row)) text += line;
  return text;
}

it('begins with a byte order mark and ends every line', async () => {
  expect(await fileOf([['公共卫生学院', 90]])).toBe('\uFEFF学院,分钟\r\n公共卫生学院,90\r\n');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-3', "'-3"],
  ['@A1', "'@A1"],
  ['\tA', "'\tA"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['一班,二班', '"一班,二班"'],
  ['一\n班', '"一\n班"'],
  ['一班', '一班'],
])('writes %j so that no spreadsheet runs it', async (given, written) => {
  expect(await fileOf([[given, null]])).toBe(`\uFEFF学院,分钟\r\n${written},\r\n`);
});

it('leaves a negative number a number', async () => {
  expect(await fileOf([[-3, 0]])).toContain('\r\n-3,0\r\n');
});
