import { describe, expect, it } from '@jest/globals';
import { WORDS_STATES } from '@xiaolin/shared-types/feedback/schema';
import { afterCheck, wordsMayBecome } from './words-states.js';

describe('words', () => {
  it.each([
    ['pass', 'shown'],
    ['review', 'for-person'],
    ['risky', 'withheld'],
    ['uncheckable', 'for-person'],
  ] as const)('that come back as %s are %s', (verdict, state) => {
    expect(afterCheck(verdict)).toBe(state);
    expect(wordsMayBecome('checking', state)).toBe(true);
  });

  it('are decided once: nothing shown is withheld later, nor the other way round', () => {
    for (const from of ['none', 'shown', 'withheld'] as const)
      expect(WORDS_STATES.filter((to) => wordsMayBecome(from, to))).toEqual([]);
    expect(WORDS_STATES.filter((to) => wordsMayBecome('for-person', to))).toEqual(['shown', 'withheld']);
  });
});
