import { describe, expect, it } from '@jest/globals';
import { decideLook, MOST_LOOKS } from './phone-looks.js';

const now = new Date('2026-11-25T02:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('looking at telephone numbers', () => {
  it('is free until thirty within an hour', () => {
    expect(decideLook([], now)).toEqual({ kind: 'allowed' });
    expect(decideLook(Array<string>(MOST_LOOKS - 1).fill(ago(5)), now)).toEqual({ kind: 'allowed' });
  });

  it('waits then until the oldest of the thirty is an hour old', () => {
    const looks = [ago(59), ...Array<string>(MOST_LOOKS - 1).fill(ago(5))];
    expect(decideLook(looks, now)).toEqual({ kind: 'refused', retryAfterSeconds: 60 });
  });

  it('does not count what was more than an hour ago', () => {
    const looks = [ago(60), ...Array<string>(MOST_LOOKS - 1).fill(ago(5))];
    expect(decideLook(looks, now)).toEqual({ kind: 'allowed' });
  });
});
