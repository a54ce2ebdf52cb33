import { describe, expect, it } from '@jest/globals';
import { answerOf, emptyFeedback, intentOf, readFeedbackDraft, scoreChoices, scoreWords } from './model';

describe('how it was', () => {
  it('has a word for each score, the best first', () => {
    expect(scoreChoices.map(({ value, title }) => `${value} ${title}`)).toEqual([
      '5 很满意',
      '4 满意',
      '3 一般',
      '2 不太满意',
      '1 很不满意',
    ]);
    expect(scoreWords(5)).toBe('很满意');
  });

  it('sends words only where there are some', () => {
    expect(answerOf({ score: '4', words: '  ' })).toEqual({ score: 4 });
    expect(answerOf({ score: '1', words: ' 椅子不够 ' })).toEqual({ score: 1, words: '椅子不够' });
  });

  it('keeps a draft, and reads what is no draft as nothing', () => {
    expect(readFeedbackDraft('{"score":"3","words":"好"}')).toEqual({ score: '3', words: '好' });
    for (const text of [null, 'nonsense', '[]', '{"score":"6"}', '{"score":3,"words":1}'])
      expect(readFeedbackDraft(text)).toEqual(emptyFeedback);
  });

  it('takes another key for another answer, and the same for the same', () => {
    expect(intentOf({ score: '4', words: '好 ' })).toBe(intentOf({ score: '4', words: '好' }));
    expect(intentOf({ score: '4', words: '' })).not.toBe(intentOf({ score: '5', words: '' }));
  });
});
