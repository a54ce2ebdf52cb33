import { describe, expect, it } from '@jest/globals';
import { emptyDraft, isAnswered, questionsOf, readDraft } from './raise-form';

describe('the questions of an error', () => {
  it('asks for minutes only where they are what is wrong', () => {
    expect(questionsOf('record', { wrong: null })).toEqual(['wrong', 'words', 'pictures']);
    expect(questionsOf('record', { wrong: 'minutes' })).toEqual(['wrong', 'minutes', 'words', 'pictures']);
    expect(questionsOf('missing', { wrong: null })).toEqual(['shift', 'minutes', 'words', 'pictures']);
  });

  it('knows what is still to be answered', () => {
    expect(isAnswered('wrong', emptyDraft, 120)).toBe(false);
    expect(isAnswered('wrong', { ...emptyDraft, wrong: 'other' }, 120)).toBe(true);
    expect(isAnswered('shift', emptyDraft, 120)).toBe(false);
    expect(isAnswered('minutes', { ...emptyDraft, minutes: '121' }, 120)).toBe(false);
    expect(isAnswered('minutes', { ...emptyDraft, minutes: '120' }, 120)).toBe(true);
    expect(isAnswered('words', { ...emptyDraft, words: '  ' }, 120)).toBe(false);
    expect(isAnswered('pictures', emptyDraft, 120)).toBe(true);
  });

  it('keeps what was typed, and reads what is no draft as nothing', () => {
    const draft = {
      ...emptyDraft,
      step: 2,
      wrong: 'minutes' as const,
      minutes: '90',
      words: '排队',
      pictureIds: ['p'],
    };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    for (const text of [null, 'nonsense', '[]', '{"step":"x","wrong":"missing","pictureIds":[1]}'])
      expect(readDraft(text)).toEqual(emptyDraft);
  });
});
