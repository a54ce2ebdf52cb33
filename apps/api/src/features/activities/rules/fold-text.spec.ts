import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText, patternOf, searchTextOf, searchWords } from './fold-text.js';

/** LIKE with `ESCAPE '!'`, as both databases read it. */
function like(text: string, pattern: string): boolean {
  const source = pattern.replace(/!(.)|%|_|[\\^$.*+?()[\]{}|/-]/gsu, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');
    if (found === '%') return '.*';
    return found === '_' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'su').test(text);
}

describe('foldText', () => {
  it.each([
    ['ＴＡＩＣＨＩ　太极', 'taichi 太极'],
    ['  TaiChi \n\t太极 ', 'taichi 太极'],
    ['①号楼', '1号楼'],
    ['ｶﾞ', 'ガ'],
  ])('makes one notation of %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
    );
  });
});

describe('searchWords', () => {
  it('splits on any white space, each word once', () => {
    expect(searchWords(' 太极　万溪冲 太极\tYoga ')).toEqual(['太极', '万溪冲', 'yoga']);
  });

  it('finds no word in nothing', () => {
    expect(searchWords(' \t　')).toEqual([]);
  });
});

describe('patternOf', () => {
  it('finds a part of a Chinese word', () => {
    expect(like('二十四式太极拳', patternOf('太极'))).toBe(true);
  });

  it.each(['%', '_', '!', '100%', 'a_b', '!%', '\\'])('takes %s for itself, not for a wildcard', (word) => {
    expect(like(`x${word}y`, patternOf(word))).toBe(true);
    expect(like('xy', patternOf(word))).toBe(false);
    expect(like('aXb', patternOf(word))).toBe(false);
  });

  it('finds exactly what contains the word', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '太', '%', '_', '!', '\\', ' ', '极'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        text,
        text,
        (haystack, word) => like(haystack, patternOf(word)) === haystack.includes(word),
      ),
    );
  });
});

describe('searchTextOf', () => {
  it('fits its column in whole characters, whatever folding makes of it', () => {
    const text = searchTextOf(['ﷺ'.repeat(60), '𠮷'.repeat(400)]);
    expect([...text]).toHaveLength(400);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });
});
