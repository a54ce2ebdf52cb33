import { describe, expect, it } from '@jest/globals';
import { isSealPicture } from './seal-picture.js';

const png = (width: number, height: number, interlace = 0) => {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes[28] = interlace;
  return bytes;
};

describe('isSealPicture', () => {
  it.each([
    ['a square', png(400, 400), true],
    ['nearly square', png(400, 410), true],
    ['too wide', png(600, 400), false],
    ['too small', png(199, 199), false],
    ['too large', png(1_001, 1_001), false],
    ['sizes that overflow', png(0xffffffff, 400), false],
    ['interlaced', png(400, 400, 1), false],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, ...png(400, 400).slice(2)]), false],
    ['cut off', png(400, 400).slice(0, 20), false],
  ])('%s', (_, bytes, fits) => {
    expect(isSealPicture(bytes)).toBe(fits);
  });
});
