import { expect, test } from '@jest/globals';
import { seatsWords } from './seats-words';

test.each([
  [{ taken: 28, total: 40, waiting: 0 }, '余12位，共40位', 'some'],
  [{ taken: 36, total: 40, waiting: 0 }, '余4位，共40位', 'some'],
  [{ taken: 37, total: 40, waiting: 0 }, '仅剩3位', 'few'],
  [{ taken: 40, total: 40, waiting: 0 }, '已满，可以排候补', 'full'],
  [{ taken: 40, total: 40, waiting: 5 }, '已满，前面有5人排候补', 'full'],
  [{ taken: 42, total: 40, waiting: 0 }, '已满，可以排候补', 'full'],
])('%o reads %s', (count, words, level) => {
  expect(seatsWords(count)).toEqual({ words, level });
});

test('says less where there is little room', () => {
  expect(seatsWords({ taken: 2, total: 20, waiting: 0, short: true }).words).toBe('余18位');
  expect(seatsWords({ taken: 20, total: 20, waiting: 5, short: true }).words).toBe('已满，可候补');
});
