import { describe, expect, it } from '@jest/globals';
import { reportFileName } from './file-name.js';

describe('reportFileName', () => {
  it.each([
    ['花田清理', '花田清理-名单-2026-11-28.xlsx'],
    ['../../etc/passwd', '.. .. etc passwd-名单-2026-11-28.xlsx'],
    ['a\u202egpj.exe', 'a gpj.exe-名单-2026-11-28.xlsx'],
    ['', '名单-2026-11-28.xlsx'],
    ['长'.repeat(60), `${'长'.repeat(40)}-名单-2026-11-28.xlsx`],
  ])('%j', (title, name) => {
    expect(reportFileName(title, 'roster', ['2026-11-28'], 'xlsx')).toBe(name);
  });
});
