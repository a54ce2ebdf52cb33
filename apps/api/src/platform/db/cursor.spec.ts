import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutPage, decodeCursor, encodeCursor } from './cursor.js';

describe('cursor', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), { maxLength: 4 }),
        (values) => {
          const cursor = encodeCursor(...values);
          expect(cursor).toMatch(/^[A-Za-z0-9_-]*$/);
          expect(decodeCursor(cursor, values.length)).toEqual(values);
        },
      ),
    );
  });

  it.each([
    ['another length', encodeCursor('a'), 2],
    ['not JSON', 'abc', 1],
    ['an object', Buffer.from('{"0":"a"}').toString('base64url'), 1],
    ['a nested value', Buffer.from('[["a"]]').toString('base64url'), 1],
    ['null', Buffer.from('[null]').toString('base64url'), 1],
    ['nothing', '', 1],
  ])('is not ours: %s', (_, cursor, length) => {
    expect(decodeCursor(cursor, length)).toBeNull();
  });
});

describe('cutPage', () => {
  const cut = (rows: number[], limit: number) => cutPage(rows, limit, (last) => [last]);

  it('has a next page exactly when there is one row more', () => {
    expect(cut([1, 2, 3], 2)).toEqual({ rows: [1, 2], nextCursor: encodeCursor(2) });
    expect(cut([1, 2], 2)).toEqual({ rows: [1, 2], nextCursor: null });
    expect(cut([], 2)).toEqual({ rows: [], nextCursor: null });
  });
});
