import { expect, test } from '@jest/globals';
import { remainingWords } from './remaining-words';

const minute = 60_000;
test.each([
  [-5, '已经到时间'],
  [999, '已经到时间'],
  [1000, '还有1秒'],
  [minute, '还有1分00秒'],
  [59 * minute + 5_000, '还有59分05秒'],
  [98 * minute, '还有1小时38分'],
  [120 * minute, '还有2小时'],
  [26 * 60 * minute, '还有1天2小时'],
  [48 * 60 * minute, '还有2天'],
])('%i ms reads %s', (milliseconds, words) => {
  expect(remainingWords(milliseconds)).toBe(words);
});
