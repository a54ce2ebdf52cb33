import { describe, expect, it } from '@jest/globals';
import { pictureKind } from './picture-kind.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('what the first bytes of a file say', () => {
  it.each([
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'png'],
    ['a WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBP'), 'webp'],
    ['another RIFF: a sound', bytes('RIFF', [0, 0, 0, 0], 'WAVE'), null],
    ['a drawing that may hold a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>'), null],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), null],
    ['a GIF', bytes('GIF89a'), null],
    ['a PDF', bytes('%PDF-1.7'), null],
    ['nothing', bytes(), null],
    ['half a beginning', bytes([0xff, 0xd8]), null],
  ])('%s', (_, file, kind) => {
    expect(pictureKind(file)).toBe(kind);
  });
});
