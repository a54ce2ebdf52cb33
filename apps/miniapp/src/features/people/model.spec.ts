import { describe, expect, it } from '@jest/globals';
import { greetingWord, isNeutralName } from './model';

describe('people', () => {
  it.each([
    ['邻居7KQ2', true],
    ['邻居', false],
    ['段丽华', false],
    ['邻居7KQ2的妈妈', false],
  ])('%s is a name that the server gave: %s', (name, neutral) => {
    expect(isNeutralName(name)).toBe(neutral);
  });

  it.each([
    ['2026-11-22T21:00:00.000Z', '早上好'],
    ['2026-11-23T02:59:00.000Z', '早上好'],
    ['2026-11-23T03:00:00.000Z', '中午好'],
    ['2026-11-23T05:00:00.000Z', '下午好'],
    ['2026-11-23T10:00:00.000Z', '晚上好'],
    ['2026-11-22T19:00:00.000Z', '晚上好'],
  ])('greets at %s with %s', (instant, word) => {
    expect(greetingWord(new Date(instant))).toBe(word);
  });
});
