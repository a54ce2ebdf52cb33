import { describe, expect, it } from '@jest/globals';
import { csvRow } from './csv.js';

describe('csvRow', () => {
  it.each([
    [['花田清理', 120], '花田清理,120\r\n'],
    [['说"好"', 'a,b', '两\n行'], '"说""好""","a,b","两\n行"\r\n'],
    [['=1+1', '+86', '-1', '@x'], "'=1+1,'+86,'-1,'@x\r\n"],
    [['＝1', '　=1', '\t=1', ' =1'], "'＝1,'　=1,'\t=1,' =1\r\n"],
    [['a=1', '3-5岁', -5], 'a=1,3-5岁,-5\r\n'],
    [['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
  ])('%j', (cells, line) => {
    expect(csvRow(cells)).toBe(line);
  });
});
