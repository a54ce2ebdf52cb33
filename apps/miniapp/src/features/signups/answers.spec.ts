import { expect, it } from '@jest/globals';
import type { Question } from '@xiaolin/shared-types/signups/questions';
import { answerErrors, answersInput, missingAnswers } from './answers';

const asked = (id: string, kind: Question['kind'], required = false): Question => ({
  id,
  kind,
  label: `问题${id}`,
  required,
  options: kind === 'choice' ? ['甲', '乙'] : [],
});

it('sends what is asked and answered, trimmed, and nothing of what is not asked any more', () => {
  const questions = [asked('a', 'text'), asked('b', 'choice'), asked('c', 'number')];
  expect(answersInput(questions, { a: [' 不吃辣 '], b: ['甲'], c: ['  '], gone: ['旧'] })).toEqual([
    { questionId: 'a', values: ['不吃辣'] },
    { questionId: 'b', values: ['甲'] },
  ]);
});

it('names what must be answered, at its field, in the way it is answered', () => {
  const questions = [asked('a', 'phone', true), asked('b', 'choice', true), asked('c', 'text')];
  expect(missingAnswers(questions, { a: [' '] })).toEqual([
    { field: 'answer-a', mend: '填写“问题a”' },
    { field: 'answer-b', mend: '选一下“问题b”' },
  ]);
  expect(missingAnswers(questions, { a: ['138'], b: ['甲'] })).toEqual([]);
});

it('brings what the server says to the field of the question', () => {
  expect(
    answerErrors([
      { path: 'body.answers.a', message: '填一个电话号码' },
      { path: 'body.party', message: '太多' },
    ]),
  ).toEqual([{ field: 'answer-a', mend: '填一个电话号码' }]);
});
