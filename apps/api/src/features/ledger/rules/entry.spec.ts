import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@xiaolin/shared-types/contract/canonical';
import { readContent } from './entry.js';

describe('canonicalJson', () => {
  it('sorts names by UTF-16 code units, as RFC 8785, 3.2.3 shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('writes strings as RFC 8785, 3.2.2.2: only what must be escaped', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/志愿')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/志愿"',
    );
  });

  it('is the same whatever the order in which a record came', () => {
    expect(canonicalJson({ b: [1, null, { d: 'x', c: true }], a: -3 })).toBe(
      '{"a":-3,"b":[1,null,{"c":true,"d":"x"}]}',
    );
  });

  it.each([0.5, Number.NaN, 2 ** 60, Infinity])('has no form for %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});

describe('readContent', () => {
  it.each(['', 'null', '[]', '{', '{"v":1}', '{"unit":"a","record":null}'])('is not fooled by %s', (text) => {
    expect(readContent(text)).toBeUndefined();
  });
});
