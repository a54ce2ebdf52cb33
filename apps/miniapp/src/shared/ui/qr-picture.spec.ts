import { expect, test } from '@jest/globals';
import { encode } from 'uqr';
import { qrPicture } from './qr-picture';

/** Draws the runs of the picture back into modules. */
const modulesOf = (uri: string): boolean[][] => {
  const svg = decodeURIComponent(uri.slice('data:image/svg+xml,'.length));
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const grid = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i++) grid[Number(y)]![Number(x) + i] = true;
  }
  return grid;
};

test.each(['A7K2-9QXM', 'https://example.org/#/t?c=xlt1.9f8e7d6c5b4a39281706f5e4d3c2b1a0', '中文入场码'])(
  '%s is drawn module by module',
  (text) => {
    expect(modulesOf(qrPicture(text))).toEqual(encode(text, { ecc: 'M', border: 2 }).data);
  },
);

test('a ticket of 100 characters stays far below what setData may carry', () => {
  expect(qrPicture('x'.repeat(100)).length).toBeLessThan(40_000);
});
