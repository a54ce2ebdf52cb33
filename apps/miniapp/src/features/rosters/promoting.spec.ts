import { describe, expect, it } from '@jest/globals';
import { partiesIn } from './promoting';

describe('partiesIn', () => {
  it.each([
    ['1', 1],
    [' 50 ', 50],
    ['0', null],
    ['51', null],
    ['1.5', null],
    ['', null],
    ['两', null],
  ])('"%s" is %s', (written, parties) => expect(partiesIn(written)).toBe(parties));
});
