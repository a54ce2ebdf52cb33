import { describe, expect, it } from '@jest/globals';
import { inGroups, isTypedCode, plainCode } from './typed-code';

describe('typed codes', () => {
  it.each([
    ['7q4m 2k9f', true],
    ['7Q4M-2K9F', true],
    ['7Q4M2K9', false],
    ['https://x', false],
  ])('%s: %s', (text, expected) => {
    expect(isTypedCode(text)).toBe(expected);
  });
  it('are shown in two groups and sent in one', () => {
    expect([plainCode('7q4m 2k9f'), inGroups('7Q4M2K9F')]).toEqual(['7Q4M2K9F', '7Q4M 2K9F']);
  });
});
