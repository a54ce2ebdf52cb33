import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wrapped } from './wrap.js';

const widthOf = (character: string) => ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1);
const wide = (text: string) => Array.from(text).reduce((sum, each) => sum + widthOf(each), 0);

describe('wrapped', () => {
  it.each([
    ['花田清理', 20, ['花田清理']],
    ['万溪冲社区花田清理', 10, ['万溪冲社区', '花田清理']],
    ['', 10, ['']],
    ['手机课：和儿女视频', 6, ['手机', '课：和', '儿女视', '频']],
    ['《山茶花开》彩排', 12, ['《山茶花开》', '彩排']],
    ['走进社区Volunteer', 10, ['走进社区', 'Volunteer']],
    ['宽', 1, ['宽']],
  ])('%s in %i', (text, width, lines) => {
    expect(wrapped(text, width, widthOf)).toEqual(lines);
  });

  it('says so where it cuts', () => {
    expect(wrapped('万溪冲社区花田清理志愿服务', 10, widthOf, 2)).toEqual(['万溪冲社区', '花田清理…']);
  });

  it('loses no character, and keeps to the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('花', '，', '（', 'a', '7', ' ', '。'), maxLength: 60 }),
        (text) => {
          const lines = wrapped(text, 8, widthOf);
          expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
          for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});
