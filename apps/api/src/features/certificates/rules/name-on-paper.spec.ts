import { describe, expect, it } from '@jest/globals';
import { nameOnPaper } from './name-on-paper.js';

describe('nameOnPaper', () => {
  it.each([
    ['the verified name before any other', '杨思远', ['小杨', '老杨'], '大杨', '杨思远'],
    [
      'the one name of the records, whatever the account is called now',
      null,
      ['小杨', '小杨'],
      '大杨',
      '小杨',
    ],
    ['no name where the records hold two', null, ['小杨', '老杨'], '小杨', null],
    ['the one that is known where some hold none', null, [null, '小杨'], '大杨', '小杨'],
    ['the name of the account where there is no record', null, [], '大杨', '大杨'],
  ])('prints %s', (_, verified, recorded, account, printed) => {
    expect(nameOnPaper({ verified, recorded, account })).toBe(printed);
  });
});
