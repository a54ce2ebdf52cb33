import { expect, it } from '@jest/globals';
import { inGroups } from './code-words';

it('parts a code in the middle', () => {
  expect(inGroups('7Q4M2K9F')).toBe('7Q4M 2K9F');
});
